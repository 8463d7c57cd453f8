// Sides: their colour, their mark, their word. Colour is never the only sign.
const sideById = new Map(SIDES.map((side) => [side.side_id, side]));
const PARTIES = SIDES.filter((side) => side.is_party);
const COLOURED = ['a', 'b', 'c'];
const sideName = (id) => (id === 'unknown' || !sideById.has(id) ? 'nobody named' : sideById.get(id).name);
const rankOf = new Map(PARTIES.map((side, i) => [side.side_id, i]));
const tone = (id) => (rankOf.has(id) ? COLOURED[rankOf.get(id)] || 'd' : 'd');
const letterOf = (id) => (rankOf.get(id) >= COLOURED.length ? sideName(id)[0] : '');
const madePatterns = new Set();

function pattern(status, side, other) {
  const id = status === 'disputed' ? 'p-disputed' : `p-${tone(side)}-${tone(other)}`;
  if (madePatterns.has(id)) return `url(#${id})`;
  madePatterns.add(id);
  $('defs').append(status === 'disputed'
    ? s('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
      s('rect', { width: 6, height: 6, style: 'fill:var(--paper)' }),
      s('path', { d: 'M0 0L6 6M6 0L0 6', style: 'stroke:var(--ink2);stroke-width:.9' }))
    : s('pattern', { id, width: 10, height: 10, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      s('rect', { width: 10, height: 10, style: `fill:var(--${tone(side)})` }),
      s('rect', { width: 5, height: 10, style: tone(side) === tone(other) ? 'fill:var(--paper)' : `fill:var(--${tone(other)})` })));
  return `url(#${id})`;
}

const areaFill = (state) =>
  state.status === 'controlled' ? `var(--${tone(state.side_id)})`
    : state.status === 'unknown' ? 'none' : pattern(state.status, state.side_id, state.other_side_id);

function sideMark(id, r) {
  const style = `fill:var(--${tone(id)});stroke:var(--${tone(id)}-edge);stroke-width:1.25`;
  const shapes = {
    a: () => s('rect', { x: -r * 0.86, y: -r * 0.86, width: r * 1.72, height: r * 1.72, style }),
    b: () => s('circle', { r, style }),
    c: () => s('path', { d: `M0 ${-r * 1.12}L${r * 1.1} ${r * 0.85}H${-r * 1.1}Z`, style }),
    d: () => s('rect', { x: -r, y: -r * 0.8, width: r * 2, height: r * 1.6, rx: r * 0.8, style }),
  };
  const letter = letterOf(id);
  return s('g', {}, shapes[tone(id)](),
    letter && s('text', { class: 'letter', 'text-anchor': 'middle', y: 3.2 }, letter));
}

function stateMark(state, r) {
  const q = r * 1.3;
  const diamond = `M0 ${-q}L${q} 0L0 ${q}L${-q} 0Z`;
  if (state.status === 'controlled') return sideMark(state.side_id, r);
  if (state.status === 'contested') {
    const right = tone(state.side_id) === tone(state.other_side_id) ? '--paper' : `--${tone(state.other_side_id)}`;
    return s('g', {},
      s('path', { d: `M0 ${-q}L${-q} 0L0 ${q}Z`, style: `fill:var(--${tone(state.side_id)})` }),
      s('path', { d: `M0 ${-q}L${q} 0L0 ${q}Z`, style: `fill:var(${right})` }),
      s('path', { d: `${diamond}M0 ${-q}V${q}`, style: 'fill:none;stroke:var(--ink);stroke-width:1.5' }));
  }
  if (state.status === 'disputed') {
    return s('g', {},
      s('path', { d: diamond, style: 'fill:var(--paper);stroke:var(--ink);stroke-width:1.5;stroke-dasharray:3 2' }),
      s('text', { class: 'q', 'text-anchor': 'middle', y: 4 }, '?'));
  }
  return s('circle', { r, style: 'fill:none;stroke:var(--ink2);stroke-width:1.5;stroke-dasharray:2 2.5' });
}

const icon = (state, size) =>
  s('svg', { class: 'mk', width: size || 20, height: size || 20, viewBox: '-12 -12 24 24', 'aria-hidden': 'true', focusable: 'false' },
    stateMark(state, 8));
const heldBy = (id) => ({ status: id === 'unknown' || !id ? 'unknown' : 'controlled', side_id: id });

const UNKNOWN = { status: 'unknown', side_id: 'unknown', other_side_id: 'unknown' };
function stateText(state) {
  const named = [state.side_id, state.other_side_id].filter((id) => id && id !== 'unknown').map(sideName);
  if (state.status === 'controlled') return sideName(state.side_id);
  if (state.status === 'contested') return named.length ? `Contested: ${named.join(' and ')}` : 'Contested';
  if (state.status === 'disputed') return named.length > 1 ? `Disputed: ${named.join(' or ')}` : `Disputed: ${named[0] || 'nobody'} or another`;
  return 'Unknown: no report';
}
