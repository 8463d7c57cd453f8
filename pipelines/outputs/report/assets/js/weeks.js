// Casualties by week or month and side harmed: a mark a harm at the best figure, a bar from low to high.
const PANELS = 6;
const [CHART_TOP, CHART_HEIGHT] = [10, 92];
// Room for the numbers at the axis.
const chartLeft = (top) => 13 + 7 * fmt(top).length;
const NAMED_CELL = 104;

function starts() {
  const given = TOLL_BY_WEEK.map((row) => row.starts_on).filter(Boolean).sort();
  if (!given.length) return [];
  const found = [];
  for (let day = given[0]; day <= given[given.length - 1];) {
    found.push(day);
    const [year, month] = day.split('-').map(Number);
    day = RUN.grain === 'month' ? (month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`) : addDays(day, 7);
  }
  return found;
}

const endOf = (start) => (RUN.grain === 'month' ? addDays(new Date(Date.UTC(at(start).getUTCFullYear(), at(start).getUTCMonth() + 1, 1)).toISOString().slice(0, 10), -1) : addDays(start, 6));

function harmMark(harm) {
  if (harm === 'killed') return s('circle', { r: 4.5, style: 'fill:var(--ink)' });
  if (harm === 'wounded') return s('circle', { r: 4, style: 'fill:var(--paper);stroke:var(--ink);stroke-width:1.75' });
  if (harm === 'captured') return s('rect', { x: -4, y: -4, width: 8, height: 8, style: 'fill:var(--paper);stroke:var(--ink);stroke-width:1.75' });
  return s('path', { d: 'M0 -6L6 0L0 6L-6 0Z', style: 'fill:var(--mark);stroke:var(--ink);stroke-width:1.5' });
}
const CROSS = 'M-5 -5L5 5M-5 5L5 -5';

// A round number at or above the greatest, so that three lines read well.
function roundTop(most) {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 1.5, 2, 3, 5, 7.5, 10].map((n) => n * unit).find((n) => n >= most && n % 1 === 0) || most;
}

const inChart = (row) => row.starts_on && (HARMS.includes(row.harm) || !hasNumber(row));
const nInChart = (rows) => rows.filter(inChart).length;
const sidesHarmed = () => [...groupBy(TOLL_BY_WEEK, (row) => row.side_id)].sort((a, b) => (a[0] === 'unknown') - (b[0] === 'unknown') || nInChart(b[1]) - nInChart(a[1]));

function renderWeeks(width) {
  const weeks = starts();
  const harmed = sidesHarmed();
  const charted = weeks.length > 1 ? harmed.filter(([, rows]) => nInChart(rows)).slice(0, PANELS) : [];
  const most = Math.max(1, ...TOLL_BY_WEEK.filter((row) => row.starts_on && HARMS.includes(row.harm)).map((row) => row.high || 0));
  const top = roundTop(most);
  $('cas').classList.toggle('wide', weeks.length > 12);
  const box = $('cas');
  fill(box);
  if (!TOLL_BY_WEEK.length) box.append(h('p', { class: 'empty' }, 'No figure reported.'));
  for (const [side, rows] of charted) {
    const figure = h('figure', {}, h('h3', {}, sideWord(side), rankOf.has(side) && icon(heldBy(side), 18)));
    box.append(figure);
    figure.append(panel(side, rows, weeks, top, width || figure.clientWidth || 520));
  }
  const outside = TOLL_BY_WEEK.filter((row) => !row.starts_on).reduce((n, row) => n + row.n_events, 0);
  const notes = [harmed.length > charted.length && charted.length ? `${count(harmed.length - charted.length, 'side')} with fewer figures: in the table.` : '', outside ? `Figures of unknown or earlier days (${outside}) are in the table and in the totals above.` : ''].filter(Boolean);
  if (notes.length) box.append(h('p', { class: 'small mut' }, notes.join(' ')));
  $('castabbox').open = $('castabbox').open || (TOLL_BY_WEEK.length > 0 && !charted.length);
  renderWeekTable(harmed);
}

const sideWord = (id) => (id === 'unknown' ? 'Side not stated' : sideName(id));

function panel(side, rows, weeks, top, width) {
  const left = chartLeft(top);
  const cell = (width - left) / weeks.length;
  const y = (n) => CHART_TOP + (1 - n / top) * CHART_HEIGHT;
  const svg = s('svg', { class: 'ch', height: CHART_TOP + CHART_HEIGHT + 20, viewBox: `0 0 ${width} ${CHART_TOP + CHART_HEIGHT + 20}`, role: 'img', 'aria-label': `Casualties, ${sideWord(side)}. The table below gives each figure.` });
  for (const n of [0, top / 2, top]) svg.append(s('path', { d: `M${left} ${y(n)}H${width}`, style: `stroke:var(--rule${n ? '' : '2'});stroke-width:1` }), n % 1 === 0 ? s('text', { x: left - 6, y: y(n) + 4, 'text-anchor': 'end' }, fmt(n)) : '');
  const every = Math.ceil(62 / cell);
  weeks.forEach((start, i) => {
    const x = left + i * cell;
    if (i % every === 0) svg.append(s('path', { d: `M${x} ${CHART_TOP}V${y(0) + 5}`, style: 'stroke:var(--rule);stroke-width:1' }), x + 48 < width + 8 ? s('text', { x: x + 3, y: y(0) + 15 }, RUN.grain === 'month' ? monthName(start).replace(/^(...)\w*/, '$1') : shortDay(start)) : '');
    const inCell = rows.filter((row) => row.starts_on === start && inChart(row)).sort((a, b) => harmOrder(a) - harmOrder(b));
    const slot = cell / (inCell.length + (cell > NAMED_CELL ? 0 : 1));
    inCell.forEach((row, j) => svg.append(weekMark(row, x + (cell > NAMED_CELL ? 14 + slot * j : slot * (j + 1)), y, cell)));
  });
  return svg;
}

function weekMark(row, x, y, cell) {
  const open = () => narrowTo(harmFilter({ harm: row.harm, side: row.side_id, from: row.starts_on, to: endOf(row.starts_on) }));
  const group = s('g', { style: 'cursor:pointer', onclick: open });
  const isNamed = cell > NAMED_CELL;
  if (!hasNumber(row)) {
    return add(group, [s('title', {}, `Losses without a number: ${count(row.n_events, 'event')}`), s('path', { d: CROSS, transform: `translate(${x} ${y(0) - 10})`, style: 'stroke:var(--ink);stroke-width:1.75' }), isNamed && s('text', { x: x + 9, y: y(0) - 6 }, 'no number')]);
  }
  const value = chosen(row);
  const [low, high] = [y(row.low || 0), y(row.high)];
  group.append(s('title', {}, `${HARM[row.harm]}: best ${value === null ? 'none under this policy' : value}, ${sumRange(row)}`));
  if (low - high > 1) group.append(s('rect', { x: x - 4.5, y: high, width: 9, height: low - high, style: `fill:${row.harm === 'killed_or_wounded' ? 'var(--mark)' : 'var(--rule2)'};stroke:var(--rule2);stroke-width:.5` }));
  if (row.n_open_high) group.append(s('path', { d: `M${x} ${high - 4}V${high - 13}M${x - 4} ${high - 9}L${x} ${high - 13}L${x + 4} ${high - 9}`, style: 'fill:none;stroke:var(--ink);stroke-width:1.5' }));
  if (value === null) return group;
  add(group, [add(s('g', { transform: `translate(${x} ${y(value)})` }), [harmMark(row.harm)])]);
  if (isNamed) {
    group.append(s('text', { class: 'v', x: x + 9, y: Math.min(y(value) + 4, y(0) - 3) }, fmt(value)));
    if (low - high > 14) group.append(s('text', { x: x + 9, y: Math.max(11, Math.min(high + 8, y(value) - 12)) }, figureRange(row)));
  } else if (cell > 30) {
    const name = row.n_open_high && y(value) - high < 22 ? high - 17 : y(value) - 8;
    group.append(s('text', { class: 'v', 'text-anchor': 'middle', x, y: Math.max(10, name) }, fmt(value)));
  }
  return group;
}

function renderWeekTable(harmed) {
  const order = harmed.map(([side]) => side);
  const rows = [...TOLL_BY_WEEK].sort((a, b) => (a.starts_on || '').localeCompare(b.starts_on || '') || order.indexOf(a.side_id) - order.indexOf(b.side_id) || harmOrder(a) - harmOrder(b));
  const head = (name) => h('th', { scope: 'col', class: /Low|Best|High|Events/.test(name) ? 'num' : null }, name);
  const filterOf = (row) => harmFilter(row.starts_on ? { harm: row.harm, side: row.side_id, from: row.starts_on, to: endOf(row.starts_on) } : { harm: row.harm, side: row.side_id, outside: true });
  fill($('castab'), h('caption', {}, `Best follows the policy “${WORDS.policy[S.policy][0]}”. A plus marks a sum with an open upper bound.`),
    h('thead', {}, h('tr', {}, [RUN.grain === 'month' ? 'Month' : 'Week from', 'Side harmed', 'Harm', 'Low', 'Best', 'High', 'Events'].map(head))),
    h('tbody', {}, rows.map((row) => h('tr', {},
      h('th', { scope: 'row' }, row.starts_on ? (RUN.grain === 'month' ? monthName(row.starts_on) : shortDay(row.starts_on)) : row.is_earlier ? 'earlier' : 'day unknown'),
      h('td', {}, sideWord(row.side_id)), h('td', {}, HARM[row.harm]),
      hasNumber(row) ? [h('td', { class: 'num' }, row.low === null ? 'open' : fmt(row.low)), h('td', { class: 'num' }, chosen(row) === null ? 'none' : fmt(chosen(row))), h('td', { class: 'num' }, fmt(row.high) + (row.n_open_high ? '+' : ''))] : h('td', { colspan: 3, class: 'num' }, 'no number'),
      h('td', { class: 'num' }, link(fmt(row.n_events), () => narrowTo(filterOf(row)), { 'aria-label': `${count(row.n_events, 'event')}: ${HARM[row.harm]}, ${sideWord(row.side_id)}. Show them` }))))));
}

function renderKeys() {
  const sign = (...parts) => s('svg', { width: 18, height: 20, viewBox: '-9 -10 18 20', 'aria-hidden': 'true', focusable: 'false' }, parts);
  fill($('ckeys'), HARMS.map((harm) => h('li', {}, sign(harmMark(harm)), HARM[harm] + (harm === 'killed_or_wounded' ? ' (joint)' : ''))),
    h('li', {}, sign(s('rect', { x: -4.5, y: -9, width: 9, height: 18, style: 'fill:var(--rule2)' })), 'bar: low to high, mark: best'),
    h('li', {}, sign(s('path', { d: 'M0 7V-6M-4 -2L0 -6L4 -2', style: 'fill:none;stroke:var(--ink);stroke-width:1.5' })), 'no upper bound stated'),
    h('li', {}, sign(s('path', { d: CROSS, style: 'stroke:var(--ink);stroke-width:1.75' })), 'losses without a number'),
    h('li', {}, 'empty: no figure reported, which is not zero'));
}
