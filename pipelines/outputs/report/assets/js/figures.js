// Figures as the field writes them: a range with its open ends, the best under a named policy.
const HARMS = ['killed', 'wounded', 'killed_or_wounded', 'captured'];
const HARM = WORDS.harm;
const harmOrder = (row) => Object.keys(HARM).indexOf(row.harm);
const fmt = (n) => n.toLocaleString('en');
const hasNumber = (row) => row.best_supported !== null;

// The value under the policy chosen; where it gives none, none is shown.
const chosen = (row) => row[S.policy];

// What to write large, and what small beneath it.
function figureText(row) {
  if (!hasNumber(row)) return ['no number', ''];
  const value = chosen(row);
  const shown = value === null ? '–' : fmt(value);
  if (row.low === null && row.high === null) return [shown, 'no bound stated'];
  if (row.high === null) return value === row.low ? [`${shown}+`, 'at least'] : [shown, `${fmt(row.low)} or more`];
  if (row.low === null) return value === row.high ? [`≤ ${shown}`, 'up to'] : [shown, `up to ${fmt(row.high)}`];
  if (row.low === row.high) return [shown, value === null ? `${fmt(row.low)}` : ''];
  return [shown, `${fmt(row.low)}–${fmt(row.high)}`];
}

// The range of a sum, where rows open above count with their highest account.
function sumRange(row) {
  const low = row.low === null ? 'open' : fmt(row.low);
  const high = fmt(row.high) + (row.n_open_high ? '+' : '');
  return row.low === row.high && !row.n_open_high ? 'no range stated' : `${low} low – ${high} high`;
}

// One claimant's number in words.
function statedNumber(row) {
  if (row.best === null) return 'no number';
  if (row.low === null && row.high === null) return fmt(row.best);
  if (row.high === null) return `at least ${fmt(row.low)}`;
  if (row.low === null) return `up to ${fmt(row.high)}`;
  return row.low === row.high ? fmt(row.low) : `${fmt(row.low)} to ${fmt(row.high)}`;
}

const GRADES = Object.keys(WORDS.grade);
const FILLED = { confirmed: 3, fair: 2, weak: 1 };
const gradeSign = (grade) =>
  s('svg', { width: 22, height: 12, viewBox: '0 0 22 12', 'aria-hidden': 'true', focusable: 'false' },
    [0, 1, 2].map((i) => s('rect', {
      x: i * 7 + 0.75, y: 2.75, width: 5, height: 6.5,
      style: `fill:${i < FILLED[grade] ? 'var(--ink)' : 'none'};stroke:var(--ink2);stroke-width:1${grade === 'contested' ? ';stroke-dasharray:2 1.5' : ''}`,
    })),
    grade === 'discounted' && s('path', { d: 'M0 6H21', style: 'stroke:var(--ink);stroke-width:1.75' }));
const gradeWord = (grade) => h('span', { class: 'gr' }, gradeSign(grade), WORDS.grade[grade][0]);
