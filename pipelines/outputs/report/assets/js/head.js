// The top of the page: what is new, what changed hands, how many were harmed.
const NEWS_RANK = ['dispute_opened', 'control_changed', 'status_changed', 'toll_rose', 'toll_fell', 'number_given', 'withdrawn',
  'dispute_settled', 'new_event', 'range_changed', 'parts_found', 'grade_changed'];
const NEWS_SHOWN = 5;
const HANDS_SHOWN = 7;

const rangeWords = (low, best, high) => (best === null ? 'no number' : `${fmt(best)}${low === high && low === best ? '' : ` (${low === null ? 'open' : fmt(low)}–${high === null ? 'open' : fmt(high)})`}`);

// One line and one note for each kind of news; fixed words around names and numbers.
const NEWS_WORDS = {
  dispute_opened: (n) => [`${placeName(n.place_id)} is ${n.status}.`,
    n.status === 'disputed' ? `It stood as ${n.earlier_status === 'controlled' ? `held by ${sideName(n.earlier_side_id)}` : n.earlier_status}; reports contradict that.` : `It stood as held by ${sideName(n.earlier_side_id)}; now there is fighting.`],
  dispute_settled: (n) => [`${placeName(n.place_id)}: the dispute is settled.`, `Held by ${sideName(n.side_id)} from ${shortDay(n.valid_from)}.`],
  control_changed: (n) => [`${placeName(n.place_id)} passed to ${sideName(n.side_id)}.`, `From ${shortDay(n.valid_from)}; before: ${n.earlier_status === 'controlled' ? sideName(n.earlier_side_id) : n.earlier_status}.`],
  status_changed: (n) => [`${placeName(n.place_id)} is ${n.status === 'controlled' ? `held by ${sideName(n.side_id)}` : n.status}.`, `Before: ${n.earlier_status}.`],
  toll_rose: (n) => [`${placeName(n.place_id)}: ${HARM[n.harm].toLowerCase()} ${fmt(n.earlier_best)} → ${fmt(n.best)}.`, `${eventDay(n)}Range now ${rangeWords(n.low, n.best, n.high)}.`],
  toll_fell: (n) => NEWS_WORDS.toll_rose(n),
  number_given: (n) => [`${placeName(n.place_id)}: a number for ${HARM[n.harm].toLowerCase()}, ${fmt(n.best)}.`, `${eventDay(n)}Before, there was none.`],
  range_changed: (n) => [`${placeName(n.place_id)}: ${HARM[n.harm].toLowerCase()} ${fmt(n.best)}, another range.`, `${eventDay(n)}From ${rangeWords(n.earlier_low, n.earlier_best, n.earlier_high)} to ${rangeWords(n.low, n.best, n.high)}.`],
  parts_found: (n) => [`${placeName(n.place_id)}: parts of a total were told apart.`, eventDay(n)],
  grade_changed: (n) => [`${placeName(n.place_id)}: ${HARM[n.harm].toLowerCase()} now ${WORDS.grade[n.grade][0].toLowerCase()}.`, `${eventDay(n)}Before: ${WORDS.grade[n.earlier_grade][0].toLowerCase()}.`],
  withdrawn: (n) => [`${placeName(n.place_id)}: a report is denied or withdrawn.`, `${eventDay(n)}It stays in the list as discounted and moves no figure.`],
  new_event: (n) => [`${EVENTS[n.event_id].summary}.`, `${[EVENTS[n.event_id].date_start ? `Of ${shortDay(EVENTS[n.event_id].date_start)}` : 'Day unknown', n.known_on && `known on ${shortDay(n.known_on)}`, WORDS.grade[n.grade][0].toLowerCase()].filter(Boolean).join(', ')}.`],
};
const eventDay = (n) => (EVENTS[n.event_id] && EVENTS[n.event_id].date_start ? `${shortDay(EVENTS[n.event_id].date_start)}. ` : '');
const newsKind = (n) => (n.news === 'grade_changed' && n.grade === 'discounted' ? 'withdrawn' : n.news);

// After a first run, all is new: the newest words come first, and what they changed before what they added.
const byNews = (a, b) => NEWS_RANK.indexOf(newsKind(a)) - NEWS_RANK.indexOf(newsKind(b));
const byKnown = (a, b) => (b.known_on || '').localeCompare(a.known_on || '');
const byGrade = (a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade);
const IS_FIRST_RUN = !RUN.earlier_ran_on;

function newsShown() {
  const told = NEWS.filter((n) => n.event_id !== null && n.known_on !== NEVER);
  told.sort((a, b) => (IS_FIRST_RUN && byKnown(a, b)) || byNews(a, b) || byKnown(a, b) || byGrade(a, b));
  const seen = new Set();
  return told.filter((n) => !seen.has(n.event_id) && seen.add(n.event_id));
}

function renderNews() {
  const shown = newsShown();
  const line = (n) => {
    const [text, note] = NEWS_WORDS[newsKind(n)](n);
    return h('li', {}, link(text, () => openEvent(EVENTS[n.event_id])), h('span', {}, n.known_on && n.news !== 'new_event' ? `Known on ${shortDay(n.known_on)}. ` : '', note));
  };
  fill($('news'), shown.slice(0, NEWS_SHOWN).map(line),
    !shown.length && h('li', { class: 'mut' }, IS_FIRST_RUN ? 'No event yet.' : 'Nothing new: the last run changed no event.'));
  if (shown.length > NEWS_SHOWN) {
    const more = h('li', { class: 'noprint' }, link(`Show all ${shown.length}`, () => more.replaceWith(...shown.slice(NEWS_SHOWN, 200).map(line))));
    $('news').append(more);
  }
}

const contradicted = (event) => (event.grade === 'confirmed' ? 'denied at first' : 'spoken against');

function renderHands() {
  const changes = EVENTS.filter((e) => e.event_family === 'territory' && e.grade !== 'discounted' && e.date_start)
    .sort((a, b) => b.date_start.localeCompare(a.date_start) || b.row - a.row);
  fill($('hands'), changes.slice(0, HANDS_SHOWN).map((e) => {
    const isDisputed = e.grade === 'contested';
    const left = e.change_type === 'withdrawn';
    const words = left ? `${isDisputed ? 'said to be left' : 'left'} by ${sideName(e.from_side_id)}`
      : `${isDisputed ? 'said to pass ' : ''}${e.from_side_id !== 'unknown' ? `${isDisputed ? 'from ' : ''}${sideName(e.from_side_id)} ` : ''}to ${sideName(e.to_side_id)}`;
    return h('li', {},
      h('span', { class: 'sw' }, icon(heldBy(e.from_side_id), 20), h('span', { 'aria-hidden': 'true' }, '→'),
        icon(isDisputed ? { status: 'disputed' } : heldBy(left ? 'unknown' : e.to_side_id), 20)),
      h('span', {}, link(placeName(e.place_id), () => openEvent(e)),
        h('span', { class: 'small mut sub' }, words, isDisputed ? '; disputed' : e.is_contradicted ? `; ${contradicted(e)}` : '')),
      h('span', { class: 'small mut' }, shortDay(e.date_start)));
  }), !changes.length && h('li', { class: 'mut' }, 'No report of a place changing hands.'));
  if (changes.length > HANDS_SHOWN) {
    $('hands').append(h('li', { class: 'noprint' }, h('span'), link(`All ${changes.length} in the table`, () => narrowTo({ label: 'changes of hands', test: (e) => changes.includes(e) })), h('span')));
  }
}

function renderStats() {
  const rows = HARMS.map((harm) => TOLL.find((row) => row.harm === harm) || { harm, n_rows: 0 });
  const most = Math.max(1, ...rows.map((row) => row.high || 0));
  const x = (n) => (n / most) * 190;
  fill($('stats'), rows.map((row) => {
    if (!row.n_rows || row.high === null) {
      return h('div', {}, h('dt', {}, HARM[row.harm]), h('dd', { class: 'big none' }, 'no figure'), h('dd', { class: 'rng' }, 'Nothing reported, which is not zero'));
    }
    const value = chosen(row);
    const words = `${HARM[row.harm]}: ${value === null ? 'no figure under this policy' : fmt(value)}, ${sumRange(row)}. Show its ${count(row.n_events, 'event')}`;
    return h('div', {}, h('dt', {}, HARM[row.harm]),
      h('dd', { class: value === null ? 'big none' : 'big' }, h('button', { type: 'button', 'aria-label': words, onclick: () => narrowTo(harmFilter({ harm: row.harm })) }, value === null ? 'no figure' : fmt(value))),
      h('dd', {}, s('svg', { viewBox: '0 0 200 16', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
        s('path', { d: 'M0 8H200', style: 'stroke:var(--rule);stroke-width:1' }),
        s('rect', { x: x(row.low || 0), y: 4, width: Math.max(3, x(row.high) - x(row.low || 0)), height: 8, style: 'fill:var(--rule2)' }),
        row.n_open_high > 0 && s('path', { d: `M${x(row.high) + 1} 3L${x(row.high) + 7} 8L${x(row.high) + 1} 13Z`, style: 'fill:var(--rule2)' }),
        value !== null && s('rect', { x: Math.max(0, x(value) - 1.5), y: 0, width: 3, height: 16, style: 'fill:var(--ink)' }))),
      h('dd', { class: 'rng' }, value === null ? 'This policy speaks of killed alone. ' : '', sumRange(row), row.n_unquantified ? `, ${count(row.n_unquantified, 'report')} without a number` : '',
        row.harm === 'killed_or_wounded' && '. Joint figure: in no other number'));
  }));
  const others = TOLL.filter((row) => !HARMS.includes(row.harm));
  const open = DISPUTES.filter((row) => row.is_open).length;
  fill($('tot'), [[RUN.n_events, 'event'], [RUN.n_claims, 'claim'], [RUN.n_claimants, 'claimant'], [RUN.n_articles, 'article'], [RUN.n_stories, 'separate story', 'separate stories'], [RUN.n_sources, 'source'], [open, 'open dispute']]
    .map(([n, one, many]) => h('span', {}, h('b', {}, fmt(n)), count(n, ` ${one}`, many && ` ${many}`).replace(/^[\d,]+ /, ''))),
  others.map((row) => h('span', {}, h('b', {}, hasNumber(row) ? figureRange(row) : fmt(row.n_rows)), hasNumber(row) ? ` ${HARM[row.harm].toLowerCase()}` : row.n_rows === 1 ? ' report of losses without a number' : ' reports of losses without a number')));
}
const figureRange = (row) => (row.low === row.high && !row.n_open_high ? fmt(row.high) : `${row.low === null ? 'open' : fmt(row.low)}–${fmt(row.high)}${row.n_open_high ? '+' : ''}`);
