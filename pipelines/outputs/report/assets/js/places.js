// Walking the map: one tab stop, arrows from place to place, Enter opens what is told of one.
const setTabStop = (place) => MAP.points.forEach((p) => p.group.setAttribute('tabindex', p.place === place ? 0 : -1));
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function walkMap(key, place) {
  if (key.key === 'Enter' || key.key === ' ') {
    key.preventDefault();
    choosePlace(place.place_id);
  } else if (ARROWS[key.key]) {
    key.preventDefault();
    const [dx, dy] = ARROWS[key.key];
    const here = MAP.points.find((p) => p.place === place);
    const ahead = MAP.points.map((p) => [p, (p.x - here.x) * dx + (p.y - here.y) * dy, Math.abs((p.x - here.x) * dy) + Math.abs((p.y - here.y) * dx)])
      .filter(([p, along, aside]) => p !== here && along > 0.5 && aside <= along * 2).sort((a, b) => a[1] + a[2] - b[1] - b[2])[0];
    if (ahead) ahead[0].group.focus();
  }
}

function choosePlace(id) {
  play(false);
  S.place = S.place === id ? null : id;
  paintMap();
  renderDay();
}

// Zoom about the chosen place, else about the middle of what is shown.
function zoomMap(factor) {
  const chosenPoint = MAP.points.find((p) => p.place.place_id === S.place);
  const zoom = Math.min(24, Math.max(1, MAP.zoom * factor));
  const change = zoom / MAP.zoom;
  const [cx, cy] = chosenPoint ? [chosenPoint.x - MAP.width / 2, chosenPoint.y - MAP.height / 2] : [0, 0];
  MAP.x = (MAP.x - cx) * change;
  MAP.y = (MAP.y - cy) * change;
  MAP.zoom = zoom;
  if (zoom === 1) MAP.x = MAP.y = 0;
  drawMap();
  paintMap();
}

function wireMap() {
  if (!MAPPED.length) {
    $('mapbox').hidden = true;
    $('cgrid').classList.add('nomap');
    return;
  }
  const isWide = COUNTRIES.length > 1;
  $('wherebox').hidden = !isWide;
  if (isWide) {
    S.country = COUNTRIES[0][0];
    fill($('where'), COUNTRIES.map(([name, places]) => h('option', { value: name || '' }, `${name || 'No country'} (${places.length})`)), h('option', { value: '*' }, 'The whole map'));
    $('where').addEventListener('change', (change) => {
      S.country = change.target.value === '*' ? null : change.target.value;
      Object.assign(MAP, { zoom: 1, x: 0, y: 0 });
      setFrame();
      drawMap();
      paintMap();
    });
  }
  $('zin').addEventListener('click', () => zoomMap(1.6));
  $('zout').addEventListener('click', () => zoomMap(1 / 1.6));
  $('zall').addEventListener('click', () => { Object.assign(MAP, { zoom: 1, x: 0, y: 0 }); drawMap(); paintMap(); });
  let from = null;
  $('map').addEventListener('pointerdown', (down) => { if (down.pointerType === 'mouse' && MAP.zoom > 1) from = [down.clientX - MAP.x, down.clientY - MAP.y]; });
  addEventListener('pointermove', (move) => {
    if (!from) return;
    [MAP.x, MAP.y] = [move.clientX - from[0], move.clientY - from[1]];
    drawMap();
    paintMap();
  });
  addEventListener('pointerup', () => (from = null));
  $('ring').addEventListener('change', (change) => { S.ring = change.target.value; paintMap(); });
  $('span').addEventListener('change', (change) => { S.span = change.target.value; paintMap(); });
  if (inView().length > ALL_NAMES) S.span = '7';
  $('span').value = S.span;
  setFrame();
  drawMap();
  renderLegend();
}

function renderLegend() {
  const seen = PARTIES.filter((side) => CONTROL.some((row) => row.side_id === side.side_id || row.other_side_id === side.side_id));
  const [first, second] = [seen[0] || { side_id: 'unknown' }, seen[1] || { side_id: 'unknown' }];
  const ringSign = (dash) => s('svg', { class: 'mk', width: 20, height: 20, viewBox: '-10 -10 20 20', 'aria-hidden': 'true' },
    s('circle', { r: 8, style: `fill:${dash ? 'none' : 'var(--ring)'};stroke:var(--ink2);stroke-width:1.1${dash ? ';stroke-dasharray:1.5 3' : ''}` }));
  const ofControl = CONTROL.length > 0 && [
    seen.map((side) => h('li', {}, icon(heldBy(side.side_id), 20), side.name)),
    h('li', {}, icon({ status: 'contested', side_id: first.side_id, other_side_id: second.side_id }, 20), WORDS.status.contested),
    h('li', {}, icon({ status: 'disputed' }, 20), WORDS.status.disputed),
    h('li', {}, icon(UNKNOWN, 20), WORDS.status.unknown),
    h('li', {}, s('svg', { class: 'mk', width: 22, height: 22, viewBox: '-15 -15 30 30', 'aria-hidden': 'true' }, s('circle', { r: 12, style: 'fill:none;stroke:var(--ink);stroke-width:1.75' })), 'Changed on this day'),
    h('li', {}, s('svg', { class: 'mk', width: 18, height: 14, viewBox: '-7 -6 14 12', 'aria-hidden': 'true' }, s('path', { d: 'M-5 -2H4M2 -4L4 -2L2 0M5 2H-4M-2 0L-4 2L-2 4', style: 'fill:none;stroke:var(--ink);stroke-width:1.2' })), 'Two changes on one day'),
  ];
  fill($('leg'), ofControl,
    h('li', {}, ringSign(false), `Circle: people harmed, by area${EVENTS.some((event) => !event.date_start) ? '; undated events count up to any day' : ''}`),
    h('li', {}, ringSign(true), 'Harm without a number'));
}
