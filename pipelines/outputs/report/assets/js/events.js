// The table of events: search, filters, order; rows come by pages, claims when a row is opened.
const [PAGE, NEXT_PAGE, FEW] = [25, 50, 8];
const COLUMNS = [['day', 'Day'], ['place', 'Where'], ['what', 'What the reports say'], ['killed', 'Killed'], ['wounded', 'Wounded'], ['killed_or_wounded', 'Killed or wounded'], ['captured', 'Captured'], ['grade', 'Grade'], ['n_claims', 'Claims']];
let searchText = null;

const eventRange = (event, harm) => figures(event).filter((row) => row.harm === harm);
const inDays = (event, from, to) => event.date_start && event.date_start >= from && event.date_start <= to;
const daysFilter = (from, to) => ({ label: span(from, to), test: (event) => event.date_start && event.date_start <= to && (event.date_end || event.date_start) >= from });

// Events that a sum is made of.
function harmFilter({ harm, side, from, to, outside }) {
  const label = [HARM[harm].toLowerCase(), side && sideWord(side), from && span(from, to), outside && 'days unknown or earlier'].filter(Boolean).join(', ');
  return { label, aim: { harm, side },
    test: (event) => (!from || inDays(event, from, to)) && (!outside || !event.date_start || event.date_start < RUN.first_day) && figures(event).some((row) => row.harm === harm && (!side || row.side_id === side)) };
}

function sortValue(event, column) {
  if (column === 'day') return event.date_start || '';
  if (column === 'place') return placeName(event.place_id);
  if (column === 'what') return event.summary;
  if (column === 'grade') return GRADES.indexOf(event.grade);
  if (column === 'n_claims') return event.n_claims;
  const values = eventRange(event, column).map(chosen).filter((value) => value !== null);
  return values.length ? values.reduce((sum, value) => sum + value, 0) : -1;
}

function listed() {
  const words = $('q').value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const [kind, place, grade] = [$('fkind').value, $('fplace').value, $('fgrade').value];
  const found = EVENTS.filter((event) => (!S.narrow || S.narrow.test(event)) && (!kind || event.sub_event_type === kind) && (!place || event.place_id === place) && (!grade || event.grade === grade)
    && (!words.length || words.every((word) => (searchText ? searchText[event.row] : event.summary.toLowerCase()).includes(word))));
  const keyed = found.map((event) => [sortValue(event, S.sort), event]);
  keyed.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1].row - b[1].row) * S.direction);
  return keyed.map((pair) => pair[1]);
}

async function buildSearch() {
  if (searchText) return;
  const { of } = await readClaims();
  searchText = EVENTS.map((event) => [event.summary, placeName(event.place_id), event.sub_event_type, event.grade, event.event_id,
    ...of(event).flatMap((claim) => [claim.sentence_text, claim.claimant_name, claim.article.title, claim.article.source_name, claim.claim_id])].join(' ').toLowerCase());
}

function figureCell(event, harm) {
  const rows = eventRange(event, harm);
  if (!rows.length) return h('td', { class: 'ob nil' }, h('span', { class: 'mut', 'aria-hidden': 'true' }, '–'), h('span', { class: 'sr' }, 'none reported'));
  return h('td', { class: 'ob' }, rows.map((row) => {
    const [large, small] = figureText(row);
    const side = sideWord(row.side_id);
    const note = row.row_kind === 'residual' ? `beside its parts; ${row.whole_best === null ? 'a total' : `${fmt(row.whole_best)} in all`}` : small;
    return h('div', {}, h('span', { class: 'cellname' }, `${HARM[harm]} `), h('button', { type: 'button', 'aria-label': `${HARM[harm]}, ${side}: ${large} ${note}. Open its sentences`, onclick: () => openEvent(event, { harm, side: row.side_id }) }, large), ' ', note && [h('small', {}, note), h('span', { class: 'cellname' }, ','), ' '], h('small', {}, side));
  }));
}

function eventRow(event) {
  const isOpen = S.open.has(event.row);
  const others = figures(event).filter((row) => !HARMS.includes(row.harm)).map((row) => (row.harm === 'casualties_unquantified' ? 'losses without a number' : `${figureText(row).reverse().filter(Boolean)[0]} ${HARM[row.harm].toLowerCase()}`));
  const notes = [event.event_family === 'territory' && event.sub_event_type, ...others, event.is_contradicted && 'spoken against'].filter(Boolean);
  const claims = h('td', { colspan: 9, style: 'padding:0' });
  const body = h('tbody', { class: isOpen ? 'e open' : 'e', id: event.event_id },
    h('tr', {}, h('td', { class: 'dt' }, span(event.date_start, event.date_end)), h('td', { class: 'wh' }, placeName(event.place_id)),
      h('th', { scope: 'row', class: 'what' }, h('button', { class: 'link', type: 'button', 'aria-expanded': String(isOpen), 'aria-controls': `claims-${event.event_id}`, onclick: () => toggle(event) }, event.summary),
        notes.length > 0 && h('small', {}, notes.join('; '))),
      HARMS.map((harm) => figureCell(event, harm)), h('td', {}, gradeWord(event.grade)), h('td', { class: 'num' }, h('span', { class: 'cellname' }, 'Claims '), fmt(event.n_claims))),
    h('tr', { id: `claims-${event.event_id}`, hidden: !isOpen }, claims));
  if (isOpen) fillClaims(claims, event, S.aim || (S.narrow && S.narrow.aim));
  return body;
}

function toggle(event, isOpen = !S.open.has(event.row)) {
  if (isOpen) S.open.add(event.row);
  else S.open.delete(event.row);
  const body = $(event.event_id);
  if (!body) return;
  const row = eventRow(event);
  body.replaceWith(row);
  row.querySelector('.what button').focus({ preventScroll: true });
}

function renderEvents() {
  const found = listed();
  $('ev').querySelectorAll('tbody').forEach((body) => body.remove());
  $('ev').append(...found.slice(0, S.page).map(eventRow));
  $('evn').textContent = `${found.length === EVENTS.length ? 'All' : `${fmt(found.length)} of`} ${count(EVENTS.length, 'event')}${found.length > S.page ? `, first ${S.page} shown` : ''}`;
  $('evempty').hidden = found.length > 0 || !EVENTS.length;
  $('ev').hidden = !found.length;
  $('more').hidden = found.length <= S.page;
  $('more').textContent = `Show ${Math.min(NEXT_PAGE, found.length - S.page)} more of ${fmt(found.length)}`;
  $('narrow').hidden = !S.narrow;
  if (S.narrow) fill($('narrow'), h('span', {}, 'Only: ', h('b', {}, S.narrow.label)), link('Show all events', () => { S.narrow = null; S.aim = null; S.page = PAGE; renderEvents(); $('q').focus(); }, { class: 'link small' }));
  for (const th of $('evh').children) {
    const isSorted = th.dataset.column === S.sort;
    if (isSorted) th.setAttribute('aria-sort', S.direction > 0 ? 'ascending' : 'descending');
    else th.removeAttribute('aria-sort');
    th.querySelector('.ar').textContent = isSorted ? (S.direction > 0 ? ' ↑' : ' ↓') : '';
  }
}

// The one way to an event's sentences: from anywhere on the page, with the figure asked for first.
function openEvent(event, aim) {
  play(false);
  S.aim = aim || null;
  if (!listed().includes(event)) clearFilters(false);
  const place = listed().indexOf(event);
  if (place >= S.page) S.page = place + 1;
  if (!$(event.event_id)) renderEvents();
  toggle(event, true);
  $(event.event_id).scrollIntoView({ block: 'start' });
  history.replaceState(null, '', `#${event.event_id}`);
}

// Shows the events that a figure is made of; a single one is opened at once.
function narrowTo(filter) {
  clearFilters(false);
  S.narrow = filter;
  S.aim = filter.aim || null;
  const found = listed();
  if (found.length === 1) S.open.add(found[0].row);
  renderEvents();
  $('h-ev').scrollIntoView({ block: 'start' });
  $('narrow').querySelector('button').focus({ preventScroll: true });
}

function clearFilters(isShown = true) {
  for (const id of ['q', 'fkind', 'fplace', 'fgrade']) $(id).value = '';
  Object.assign(S, { narrow: null, page: PAGE });
  if (isShown) renderEvents();
}

function wireEvents() {
  const options = (select, all, pairs) => fill(select, h('option', { value: '' }, all), pairs.map(([value, name]) => h('option', { value }, name)));
  options($('fkind'), 'All kinds', [...new Set(EVENTS.map((e) => e.sub_event_type))].sort().map((kind) => [kind, kind]));
  options($('fplace'), 'All places', [...eventsAt.keys()].map((id) => [id, placeName(id)]).sort((a, b) => a[1].localeCompare(b[1])));
  options($('fgrade'), 'All grades', GRADES.map((grade) => [grade, WORDS.grade[grade][0]]));
  fill($('evh'), COLUMNS.map(([column, name]) => h('th', { scope: 'col', 'data-column': column, class: column === 'n_claims' ? 'num' : null },
    h('button', { type: 'button', onclick: () => {
      S.direction = S.sort === column ? -S.direction : ['place', 'what', 'grade'].includes(column) ? 1 : -1;
      S.sort = column;
      renderEvents();
    } }, name, h('span', { 'aria-hidden': 'true', class: 'ar' })))));
  $('filters').hidden = EVENTS.length < FEW;
  let wait = null;
  const again = () => { S.page = PAGE; renderEvents(); };
  $('q').addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(() => buildSearch().catch(() => {}).then(again), 120); });
  for (const id of ['fkind', 'fplace', 'fgrade']) $(id).addEventListener('change', again);
  $('clear').addEventListener('click', () => clearFilters());
  $('clear2').addEventListener('click', () => { clearFilters(); $('q').focus(); });
  $('more').addEventListener('click', () => {
    const before = S.page;
    S.page += NEXT_PAGE;
    renderEvents();
    const first = $('ev').querySelectorAll('tbody.e')[before];
    if (first) first.querySelector('.what button').focus();
  });
  $('untoldbox').hidden = RUN.n_untold === 0;
  if (EVENTS.length > 0 && EVENTS.length < FEW) S.open.add(listed()[0].row);
  $('untoldbox').addEventListener('toggle', renderUntold);
}
