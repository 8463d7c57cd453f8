// The territory ledger: one row a place, time runs right.
const [LEDGER_FIRST, SHORT] = [40, 9];
const TABLE_FIRST = 300;
const ledgerRows = new Map();
let barWidth = 300;

// Places whose state changes come first where there are too many for one look.
function ledgerPlaces() {
  if (S.allRows || LEDGER_PLACES.length <= LEDGER_FIRST) return LEDGER_PLACES;
  const changes = (id) => spans(id, 'latest').length;
  const kept = new Set([...LEDGER_PLACES].sort((a, b) => changes(b) - changes(a)).slice(0, LEDGER_FIRST));
  return LEDGER_PLACES.filter((id) => kept.has(id));
}

function buildLedger() {
  const ledger = $('ledger');
  ledger.querySelectorAll('tbody').forEach((body) => body.remove());
  ledgerRows.clear();
  let province = null;
  let body = null;
  for (const id of ledgerPlaces()) {
    const place = placeById.get(id) || { name: 'Unknown', admin1_name: '' };
    if (place.admin1_name !== province || !body) {
      province = place.admin1_name;
      body = h('tbody', {}, h('tr', { class: 'pv' }, h('th', { colspan: 3, scope: 'rowgroup' }, COUNTRIES.length > 1 ? `${province || 'No province'}, ${place.country_name}` : province || 'No province')));
      ledger.append(body);
    }
    const bars = s('svg', { height: 30, 'aria-hidden': 'true', focusable: 'false', onclick: (click) => {
      const box = bars.getBoundingClientRect();
      play(false);
      setDay(Math.floor(((click.clientX - box.left) / box.width) * N_DAYS));
    } });
    const cursor = s('rect', { height: 30, style: 'fill:var(--cursor)' });
    const words = h('span', { class: 'sr' });
    const state = h('td', { class: 'st' });
    body.append(h('tr', {}, h('th', { scope: 'row' }, place.name), h('td', { class: 'b' }, bars, words), state));
    ledgerRows.set(id, { bars, cursor, words, state });
  }
  $('cgrid').classList.toggle('short', ledgerRows.size <= SHORT);
  const hidden = LEDGER_PLACES.length - ledgerRows.size;
  $('allrows').hidden = !hidden;
  $('allrows').textContent = `Show all ${LEDGER_PLACES.length} places`;
}

function bar(row, end, height, top, isNamed) {
  const [x0, x1] = [Math.max(0, row.x0) * (barWidth / N_DAYS), Math.min(row.x1, end) * (barWidth / N_DAYS)];
  if (x1 <= x0) return null;
  if (row.status === 'unknown') return s('path', { d: `M${x0 + 2} ${top + height / 2}H${x1}`, style: 'stroke:var(--rule2);stroke-width:1.5;stroke-dasharray:1.5 4' });
  const edge = row.status === 'controlled' ? `stroke:var(--${tone(row.side_id)}-edge);stroke-width:1` : `stroke:var(--ink);stroke-width:1.25${row.status === 'disputed' ? ';stroke-dasharray:3 2' : ''}`;
  const group = s('g', {}, s('rect', { x: x0 + 0.75, y: top, width: Math.max(1.5, x1 - x0 - 1.5), height, style: `fill:${areaFill(row)};${height > 6 ? edge : ''}` }, s('title', {}, `${stateText(row)}, from ${shortDay(row.valid_from)}`)));
  const name = row.status === 'controlled' ? sideName(row.side_id) : row.status === 'contested' ? 'Contested' : 'Disputed';
  const long = name.length * 6.4 + 10;
  if (!isNamed || x1 - x0 <= long + (row.status === 'controlled' ? 0 : 8)) return group;
  if (row.status !== 'controlled') group.append(s('rect', { x: x0 + 4, y: top + 1.5, width: long - 4, height: height - 3, style: 'fill:var(--paper)' }));
  group.append(s('text', { x: x0 + 6, y: top + height - 4, style: `fill:var(--${row.status === 'controlled' ? `${tone(row.side_id)}-text` : 'ink'})` }, name));
  return group;
}

// Bars change with the view and the width, not with the day.
function drawLedger() {
  const perDay = barWidth / N_DAYS;
  const end = limit();
  for (const [id, row] of ledgerRows) {
    const states = spans(id, view());
    row.bars.setAttribute('viewBox', `0 0 ${barWidth} 30`);
    fill(row.bars, row.cursor, ticks().map((day) => s('path', { d: `M${day * perDay} 0V30`, style: 'stroke:var(--rule);stroke-width:1' })), states.map((state) => bar(state, end, 16, 7, true)));
    const perDate = groupBy(states.filter((state) => state.swaps > 1), (state) => Math.floor(state.x0));
    for (const day of perDate.keys()) row.bars.append(s('path', { transform: `translate(${(day + 0.5) * perDay} 3.5)`, d: 'M-5 -1.5H4M2 -3.5L4 -1.5M5 1.5H-4M-2 3.5L-4 1.5', style: 'fill:none;stroke:var(--ink);stroke-width:1.2' }));
    if (end < N_DAYS) row.bars.append(s('path', { d: `M${end * perDay} 3V27`, style: 'stroke:var(--ink);stroke-width:1;stroke-dasharray:2 2' }));
    row.words.textContent = states.map((state) => `${stateText(state)} from ${shortDay(state.valid_from)}${state.swaps > 1 ? ', one of two changes that day' : ''}`).join('; ') + '.';
  }
  drawBelief(end);
  drawAxis();
  moveCursor();
}

const ticks = () => {
  const step = [7, 14, 28, 91, 182, 365, 730].find((days) => N_DAYS / days <= barWidth / 76) || 1825;
  return Array.from({ length: Math.ceil(N_DAYS / step) }, (_, i) => i * step);
};

function drawAxis() {
  const perDay = barWidth / N_DAYS;
  $('axis').setAttribute('viewBox', `0 0 ${barWidth} 20`);
  fill($('axis'), ticks().map((day) => [s('path', { d: `M${day * perDay + 0.5} 14V20`, style: 'stroke:var(--rule2)' }), day * perDay < barWidth - 46 && s('text', { x: day * perDay + 3, y: 15, style: 'fill:var(--ink2)' }, shortDay(isoDay(day)))]));
}

// In an earlier view: today's belief as a thin bar where it differs, and in words.
function drawBelief(end) {
  const box = $('belief');
  box.hidden = isLatest() || knownDay() >= LATEST;
  $('knownnote').textContent = isLatest() ? 'The latest belief. Choose an earlier day to see what the reports of that day supported.'
    : `Upper bar: as known on ${shortDay(knownDay())}. Thin lower bar: what is believed now, where it differs.`;
  $('knownnote').classList.toggle('noprint', isLatest());
  if (box.hidden) return;
  const told = [];
  for (const id of LEDGER_PLACES) {
    for (const gap of overtaken(id)) {
      const row = ledgerRows.get(id);
      if (row) row.bars.append(bar({ ...(gap.after || UNKNOWN), valid_from: isoDay(Math.floor(gap.x0)), x0: gap.x0, x1: gap.x1 }, end, 4, 25.5, false) || '');
      const last = isoDay(Math.max(Math.floor(gap.x0), Math.ceil(gap.x1) - 1));
      told.push(h('li', {}, `${placeName(id)}, ${span(isoDay(Math.floor(gap.x0)), last)}: then ${gap.before ? stateText(gap.before) : 'no report'}, now ${gap.after ? stateText(gap.after) : 'no report'}.`));
    }
  }
  fill(box, h('p', {}, h('b', {}, `What was believed on ${shortDay(knownDay())} and is seen otherwise now`)), told.length ? h('ul', {}, told.slice(0, 30)) : h('p', {}, 'Nothing. Every state known then still stands.'), told.length > 30 && h('p', { class: 'mut' }, `And ${told.length - 30} more.`));
}

// What moves with the day: the cursor, and each place's state.
function moveCursor() {
  const perDay = barWidth / N_DAYS;
  $('lday').textContent = `On ${shortDay(isoDay(S.day))}`;
  for (const [id, row] of ledgerRows) {
    withAttributes(row.cursor, { x: S.day * perDay, width: Math.max(2, perDay) });
    const state = stateAt(id, S.day);
    const key = `${state.status} ${state.side_id} ${state.other_side_id} ${state.event_id}`;
    if (row.key === key) continue;
    row.key = key;
    fill(row.state, h('span', {}, icon(state, 18), ' ', stateText(state).replace(': no report', '')), state.event_id !== null && state.event_id !== undefined && [' ', link('why', () => openEvent(EVENTS[state.event_id]), { class: 'link small', 'aria-label': `Why? Open the evidence for ${placeName(id)}` })]);
  }
}

function renderControlTable() {
  if (!$('ctabbox').open) return;
  const rows = S.allBeliefs ? CONTROL : CONTROL.slice(0, TABLE_FIRST);
  $('allbeliefs').hidden = rows.length === CONTROL.length;
  $('allbeliefs').textContent = `Show all ${fmt(CONTROL.length)} beliefs`;
  fill($('ctab'), h('caption', {}, 'Every belief about control, standing and superseded.'), h('thead', {}, h('tr', {}, ['Place', 'State', 'From', 'To', 'Known from', 'Superseded on', 'Grade', 'Rests on'].map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, rows.map((row) => h('tr', {}, h('th', { scope: 'row' }, placeName(row.place_id)), h('td', {}, stateText(row)), h('td', {}, shortDay(row.valid_from), row.day_seq > 1 ? ` (${row.day_seq})` : ''), h('td', {}, row.valid_to ? shortDay(row.valid_to) : 'open'), h('td', {}, row.known_from === NEVER ? 'day unknown' : shortDay(row.known_from)), h('td', {}, row.known_to ? shortDay(row.known_to) : 'stands'), h('td', {}, WORDS.grade[row.grade][0]), h('td', {}, WORDS.basis[row.basis])))));
}
