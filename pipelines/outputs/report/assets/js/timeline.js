// The day shown: slider, steps to days with a change, play, and what is told of the day.
let timer = null;
const STEP = 800;

function setDay(day) {
  S.day = Math.max(0, Math.min(N_DAYS - 1, day));
  $('day').value = S.day;
  if (S.known === 'same') drawLedger();
  else moveCursor();
  paintMap();
  renderDay();
}

function histogram() {
  const width = $('hist').clientWidth || 300;
  const [height, pad] = [$('hist').clientHeight || 22, 8];
  const n = new Array(N_DAYS).fill(0);
  for (const event of EVENTS) {
    const day = event.date_start && dayNumber(event.date_start);
    if (day !== null && day >= 0 && day < N_DAYS) n[day] += 1;
  }
  const most = Math.max(1, ...n);
  const each = (width - 2 * pad) / Math.max(1, N_DAYS - 1);
  const wide = Math.max(1, Math.min(10, each * 0.6));
  const path = n.map((v, i) => (v ? `M${(pad + i * each - wide / 2).toFixed(1)} ${height}v${(-Math.max(2, (v / most) * (height - 3))).toFixed(1)}h${wide.toFixed(1)}V${height}Z` : '')).join('');
  withAttributes($('hist'), { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none' });
  fill($('hist'), s('path', { d: path, style: 'fill:var(--rule2)' }));
}

function renderDay() {
  const day = isoDay(S.day);
  const tally = new Map();
  for (const id of LEDGER_PLACES) {
    const state = stateAt(id, S.day);
    const name = state.status === 'controlled' ? sideName(state.side_id) : state.status;
    tally.set(name, (tally.get(name) || 0) + 1);
  }
  const order = [...PARTIES.map((side) => side.name), 'contested', 'disputed', 'unknown'];
  $('dayname').textContent = longDay(day).replace(/^(...)\w+/, '$1');
  $('daysum').textContent = order.filter((name) => tally.has(name)).map((name) => `${name}\u00a0${tally.get(name)}`).join(' · ');
  $('day').setAttribute('aria-valuetext', `${longDay(day)}. ${$('daysum').textContent}`);
  if (S.place) return renderPlace(placeById.get(S.place));
  const told = EVENTS.filter((e) => e.date_start && e.date_start <= day && day <= (e.date_end || e.date_start) && e.date_precision === 'day' && (isLatest() || (e.first_reported_on && e.first_reported_on <= knownDay())))
    .sort((a, b) => b.date_start.localeCompare(a.date_start) || a.row - b.row);
  fill($('dayread'), h('h3', {}, `${shortDay(day)}: ${told.length ? count(told.length, 'event') : 'no event reported'}`),
    told.length ? eventLinks(told.slice(0, 8)) : h('p', { class: 'small mut' }, 'No report speaks of this day. The last known state is carried on.'),
    told.length > 8 && link(`All ${told.length} in the table`, () => narrowTo(daysFilter(day, day))),
    !isLatest() && told.length > 0 && h('p', { class: 'small mut' }, `Events reported by ${shortDay(knownDay())}, worded as they are joined now.`));
}

const eventLinks = (events) => h('ul', { class: 'plain' }, events.map((event) => h('li', {}, link(event.summary, () => openEvent(event)), ' ', h('span', { class: 'small mut' }, [eventFigures(event), event.date_end && event.date_start < isoDay(S.day) && `since ${shortDay(event.date_start)}`].filter(Boolean).join(', ')))));
const eventFigures = (event) => figures(event).filter((row) => HARMS.includes(row.harm) && chosen(row) !== null && row.row_kind === 'figure').sort((a, b) => harmOrder(a) - harmOrder(b)).map((row) => `${figureText(row)[0]} ${HARM[row.harm].toLowerCase()}`).join(', ');

// What is told of one place up to the day.
function renderPlace(place) {
  const state = statesOf.has(place.place_id) ? stateAt(place.place_id, S.day) : null;
  const events = (eventsAt.get(place.place_id) || []).filter((e) => !e.date_start || e.date_start <= isoDay(S.day)).reverse();
  fill($('dayread'), h('h3', {}, h('span', {}, place.name, place.admin1_name && place.admin1_name !== place.name ? `, ${place.admin1_name}` : ''), link('Close', () => choosePlace(place.place_id), { class: 'link small', 'aria-label': `Close ${place.name}` })),
    h('p', {}, state ? [icon(state, 18), ' ', `${stateText(state)} on ${shortDay(isoDay(S.day))}`] : 'No report tells who holds it.'),
    events.length ? eventLinks(events.slice(0, 6)) : h('p', { class: 'small mut' }, 'No event up to this day.'),
    h('p', {}, link(`All its ${count((eventsAt.get(place.place_id) || []).length, 'event')} in the table`, () => narrowTo({ label: place.name, test: (e) => e.place_id === place.place_id }))));
}

function play(on = false) {
  const wasOn = timer !== null;
  clearInterval(timer);
  timer = null;
  if (on === wasOn && !on) return;
  $('playword').textContent = on ? 'Pause' : 'Play';
  $('playsign').textContent = on ? '❚❚' : '▶';
  $('dayread').setAttribute('aria-live', on ? 'off' : 'polite');
  if (!on) return;
  if (S.day >= N_DAYS - 1) setDay(0);
  timer = setInterval(() => (S.day >= N_DAYS - 1 ? play(false) : setDay(S.day + 1)), STEP);
}

// Days on which something about control became known, newest first, by month.
function fillKnown() {
  const days = [...new Set(CONTROL.map((row) => row.known_from))].filter((day) => day < LATEST && day >= RUN.first_day).sort().reverse();
  fill($('known'), h('option', { value: 'latest' }, `${shortDay(LATEST)} (latest)`), h('option', { value: 'same' }, 'the day shown'),
    [...groupBy(days, monthName)].map(([month, inMonth]) => h('optgroup', { label: month }, inMonth.map((day) => h('option', { value: day }, shortDay(day))))));
}

function wireTimeline() {
  $('day').max = Math.max(0, N_DAYS - 1);
  $('day').addEventListener('input', (input) => { play(false); setDay(Number(input.target.value)); });
  $('play').addEventListener('click', () => play(timer === null));
  $('prev').addEventListener('click', () => { play(false); const before = changeDays().filter((day) => day < S.day); if (before.length) setDay(before[before.length - 1]); });
  $('next').addEventListener('click', () => { play(false); const after = changeDays().filter((day) => day > S.day); if (after.length) setDay(after[0]); });
  $('known').addEventListener('change', (change) => { S.known = change.target.value; drawLedger(); setDay(S.day); });
  $('allrows').addEventListener('click', () => { S.allRows = true; buildLedger(); drawLedger(); });
  $('ctabbox').addEventListener('toggle', renderControlTable);
  $('allbeliefs').addEventListener('click', () => { S.allBeliefs = true; renderControlTable(); });
}
