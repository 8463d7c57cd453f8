// The map: no tiles, one projection (plate carrée true at its middle), points, rings, outlines.
const OUTLINES = JSON.parse($('outlines').textContent);
const MAP = { width: 460, height: 460, zoom: 1, x: 0, y: 0, mark: 8, ring: 24, points: [], areas: new Map() };
const MARK = { least: 5, most: 8 };
const RING = { least: 3, most: 24 };
const ALL_NAMES = 60;
const eventsAt = groupBy(EVENTS, (event) => event.place_id);
const isOnMap = (place) => place.latitude !== null && place.longitude !== null && place.location_type !== 'country';
const MAPPED = PLACES.filter((place) => isOnMap(place) && (statesOf.has(place.place_id) || eventsAt.has(place.place_id)))
  .sort((a, b) => statesOf.has(b.place_id) - statesOf.has(a.place_id) || (eventsAt.get(b.place_id) || []).length - (eventsAt.get(a.place_id) || []).length);
const COUNTRIES = [...groupBy(MAPPED, (place) => place.country_name)].sort((a, b) => b[1].length - a[1].length);
const isInView = (place) => !S.country || place.country_name === S.country;
const inView = () => MAPPED.filter(isInView);

// The frame around the places in view, at least 0.8 degrees each way, not too long or tall.
function setFrame() {
  const places = inView();
  const [west, east] = [Math.min(...places.map((p) => p.longitude)), Math.max(...places.map((p) => p.longitude))];
  const [south, north] = [Math.min(...places.map((p) => p.latitude)), Math.max(...places.map((p) => p.latitude))];
  const middle = (south + north) / 2;
  const squeeze = Math.max(0.2, Math.cos((middle * Math.PI) / 180));
  const wide = Math.max((east - west) * squeeze * 1.32, 0.8);
  const tall = Math.max((north - south) * 1.28, 0.8);
  const ratio = Math.min(1.2, Math.max(0.72, tall / wide));
  MAP.height = Math.round(MAP.width * ratio);
  MAP.scale = Math.min(MAP.width / wide, MAP.height / tall);
  Object.assign(MAP, { squeeze, longitude: (west + east) / 2, latitude: middle });
}

const mapX = (longitude) => MAP.width / 2 + ((longitude - MAP.longitude) * MAP.squeeze * MAP.scale * MAP.zoom) + MAP.x;
const mapY = (latitude) => MAP.height / 2 - ((latitude - MAP.latitude) * MAP.scale * MAP.zoom) + MAP.y;

function outlinePath(rings) {
  return rings.map((steps) => {
    let x = steps[0];
    let y = steps[1];
    let path = '';
    for (let i = 0; i < steps.length; i += 2) {
      if (i) { x += steps[i]; y += steps[i + 1]; }
      path += `${i ? 'L' : 'M'}${mapX(OUTLINES.west + x * OUTLINES.step).toFixed(1)} ${mapY(OUTLINES.south + y * OUTLINES.step).toFixed(1)}`;
    }
    return path + 'Z';
  }).join('');
}

function graticule() {
  const degrees = MAP.width / (MAP.scale * MAP.zoom * MAP.squeeze);
  const step = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 45].find((each) => degrees / each <= 4.5) || 60;
  const lines = s('g', { 'aria-hidden': 'true' });
  const name = (n, plus, minus) => `${Math.abs(+n.toFixed(2))}°${n >= 0 ? plus : minus}`;
  const from = (n) => Math.ceil(n / step) * step;
  const toLongitude = (x) => MAP.longitude + (x - MAP.width / 2 - MAP.x) / (MAP.squeeze * MAP.scale * MAP.zoom);
  const toLatitude = (y) => MAP.latitude - (y - MAP.height / 2 - MAP.y) / (MAP.scale * MAP.zoom);
  for (let lon = from(toLongitude(0)); lon < toLongitude(MAP.width); lon += step) {
    const x = mapX(lon);
    lines.append(s('path', { d: `M${x} 0V${MAP.height}`, style: 'stroke:var(--rule);stroke-width:1' }), x > 30 && x < MAP.width - 30 ? s('text', { class: 'grid', x: x + 3, y: 12 }, name(lon, 'E', 'W')) : '');
  }
  for (let lat = from(toLatitude(MAP.height)); lat < toLatitude(0); lat += step) {
    const y = mapY(lat);
    lines.append(s('path', { d: `M0 ${y}H${MAP.width}`, style: 'stroke:var(--rule);stroke-width:1' }), y > 24 && y < MAP.height - 30 ? s('text', { class: 'grid', x: 4, y: y - 3 }, name(lat, 'N', 'S')) : '');
  }
  return lines;
}

function scaleBar() {
  const kilometres = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].filter((km) => (km / 111.2) * MAP.scale * MAP.zoom < MAP.width / 3).pop() || 1;
  return s('g', { transform: `translate(14 ${MAP.height - 12})`, 'aria-hidden': 'true' },
    s('path', { d: `M0 -4V0H${((kilometres / 111.2) * MAP.scale * MAP.zoom).toFixed(1)}V-4`, style: 'fill:none;stroke:var(--ink2)' }),
    s('text', { class: 'pv', x: 4, y: -6, style: 'text-transform:none' }, `${kilometres} km`));
}

// Everything that does not move with the day.
function drawMap() {
  const map = $('map');
  map.setAttribute('viewBox', `0 0 ${MAP.width} ${MAP.height}`);
  map.querySelectorAll('g').forEach((group) => group.parentNode === map && group.remove());
  MAP.areas.clear();
  const ground = s('g', { 'aria-hidden': 'true' });
  for (const area of OUTLINES.areas) {
    const path = s('path', { d: outlinePath(area.rings), style: 'fill:var(--land2);stroke:var(--paper);stroke-width:1' });
    ground.append(path);
    if (area.place_id && statesOf.has(area.place_id)) MAP.areas.set(area.place_id, path);
  }
  const named = new Set(MAPPED.map((place) => place.place_id));
  const provinces = PLACES.filter((place) => place.location_type === 'admin1' && isOnMap(place) && isInView(place) && !named.has(place.place_id));
  const provinceNames = s('g', { 'aria-hidden': 'true' });
  const rings = s('g', { 'aria-hidden': 'true' });
  const marks = s('g', {});
  MAP.points = inView().map((place) => {
    const [x, y] = [mapX(place.longitude), mapY(place.latitude)];
    const ring = s('g', { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` });
    const sign = s('g', {});
    const label = s('text', {});
    const group = s('g', { class: 'pt', role: 'button', tabindex: -1, transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
      onclick: () => choosePlace(place.place_id), onkeydown: (key) => walkMap(key, place), onfocus: () => setTabStop(place) },
    s('circle', { class: 'halo', r: 15 }), sign, label);
    rings.append(ring);
    marks.append(group);
    return { place, x, y, r: MAP.mark + 2, changed: false, ring, sign, label, group };
  });
  const obstacles = MAP.points.map((p) => ({ x0: p.x - 40, x1: p.x + 40, y0: p.y - 16, y1: p.y + 16 }));
  for (const place of provinces) {
    const [x, y] = [mapX(place.longitude), mapY(place.latitude)];
    const long = place.name.length * 4.5;
    const box = { x0: x - long, x1: x + long, y0: y - 8, y1: y + 8 };
    if (box.x0 < 4 || box.x1 > MAP.width - 4 || y < 16 || y > MAP.height - 24 || obstacles.some((other) => meet(box, other))) continue;
    obstacles.push(box);
    provinceNames.append(s('text', { class: 'pv', x, y: y + 4, 'text-anchor': 'middle' }, place.name));
  }
  map.append(s('g', {}, s('rect', { width: MAP.width, height: MAP.height, style: `fill:var(--${OUTLINES.areas.length ? 'water' : 'land'})` })), ground, OUTLINES.areas.length ? '' : graticule(), provinceNames, rings, marks, scaleBar());
  map.style.setProperty('--halo', `var(--${OUTLINES.areas.length ? 'land2' : 'land'})`);
  if (MAP.points.length) setTabStop((MAP.points.find((p) => p.place.place_id === S.place) || MAP.points[0]).place);
  $('zout').disabled = MAP.zoom <= 1;
  $('zall').disabled = MAP.zoom === 1 && !MAP.x && !MAP.y;
}

// How many were harmed at each place in the days counted: sums of figures, apart by harm.
function ringTotals() {
  const to = isoDay(S.day);
  const from = S.span === 'all' ? '' : addDays(to, 1 - Number(S.span));
  const totals = new Map();
  for (const event of EVENTS) {
    if (event.grade === 'discounted' || (event.date_start ? event.date_start > to || event.date_start < from : from)) continue;
    if (!isLatest() && !(event.first_reported_on && event.first_reported_on <= knownDay())) continue;
    const total = totals.get(event.place_id) || { value: 0, without: 0, n: 0 };
    total.n += 1;
    if (S.ring === 'events') total.value += 1;
    else {
      for (const figure of figures(event)) {
        if (figure.harm === S.ring && chosen(figure) !== null) total.value += chosen(figure);
        else if (figure.harm === 'casualties_unquantified' || (figure.harm === S.ring && !hasNumber(figure))) total.without += 1;
      }
    }
    totals.set(event.place_id, total);
  }
  return totals;
}

// Marks and circles shrink where places stand close: as if each had its share of the map.
function setSizes() {
  const share = Math.sqrt((MAP.width * MAP.height) / Math.max(1, MAP.points.length)) * MAP.zoom;
  MAP.mark = Math.min(MARK.most, Math.max(MARK.least, share / 5));
  MAP.ring = Math.min(RING.most, share / 1.6);
}

const ringRadius = (value, most) => MAP.mark + RING.least + Math.sqrt(value / most) * MAP.ring;

// What moves with the day: marks, rings, fills, names, words.
function paintMap() {
  if (!MAP.points.length) return;
  setSizes();
  const totals = S.ring ? ringTotals() : new Map();
  const most = Math.max(1, ...[...totals.values()].map((total) => total.value));
  const words = [];
  for (const point of MAP.points) {
    const id = point.place.place_id;
    const inLedger = statesOf.has(id);
    const state = inLedger ? stateAt(id, S.day) : null;
    const today = inLedger ? spans(id, view()).filter((row) => row.x0 > 0 && Math.floor(row.x0) === S.day) : [];
    const total = totals.get(id) || { value: 0, without: 0, n: 0 };
    point.r = total.value ? ringRadius(total.value, most) : MAP.mark + 2;
    point.changed = today.length > 0;
    fill(point.ring,
      total.value > 0 && s('circle', { r: point.r, style: 'fill:var(--ring);stroke:var(--ink2);stroke-width:1' }),
      !total.value && total.without > 0 && s('circle', { r: MAP.mark + 4, style: 'fill:none;stroke:var(--ink2);stroke-width:1.25;stroke-dasharray:1.5 3' }));
    fill(point.sign,
      today.length > 0 && s('circle', { r: MAP.mark + 5.5, style: 'fill:none;stroke:var(--ink);stroke-width:1.75' }),
      state ? stateMark(state, MAP.mark) : s('circle', { r: 3, style: 'fill:var(--ink2);stroke:var(--paper);stroke-width:1' }),
      today.length > 1 && swapBadge());
    const harm = !S.ring ? '' : S.ring === 'events' ? `. ${count(total.n, 'event')}` : `. ${HARM[S.ring]}: ${total.value ? fmt(total.value) : total.without ? 'no number' : 'no figure'}`;
    const text = `${point.place.name}${point.place.admin1_name && point.place.admin1_name !== point.place.name ? `, ${point.place.admin1_name}` : ''}: ${state ? stateText(state) : 'no word on control'}${harm}`;
    point.group.setAttribute('aria-label', text);
    words.push(text);
    const area = MAP.areas.get(id);
    if (area) {
      area.style.fill = state.status === 'unknown' ? 'var(--land2)' : areaFill(state);
      area.style.fillOpacity = state.status === 'controlled' ? 0.38 : state.status === 'unknown' ? 1 : 0.55;
    }
  }
  nameMap();
  $('mapd').textContent = `${longDay(isoDay(S.day))}. ${words.slice(0, 40).join('. ')}${words.length > 40 ? `. And ${words.length - 40} more: see the ledger.` : '.'}`;
}

const swapBadge = () => s('g', { transform: 'translate(13 -12)' },
  s('circle', { r: 7, style: 'fill:var(--paper);stroke:var(--ink)' }),
  s('path', { d: 'M-4 -2H3M1 -4L3 -2L1 0M4 2H-3M-1 0L-3 2L-1 4', style: 'fill:none;stroke:var(--ink);stroke-width:1.1' }));

function nameMap() {
  const isSmall = $('map').clientWidth < 400;
  const size = isSmall ? 15 : 12;
  const isNamed = (p) => MAP.points.length / MAP.zoom <= ALL_NAMES || p.changed || p.place.place_id === S.place || p.r > MAP.mark + MAP.ring * 0.8;
  const found = placeLabels(MAP.points.map((p) => ({ x: p.x, y: p.y, r: Math.max(MAP.mark + 2, Math.min(p.r, 16)), name: isNamed(p) ? p.place.name : '' })), MAP.width, MAP.height, size);
  MAP.points.forEach((p, i) => {
    p.label.textContent = found[i] ? p.place.name : '';
    if (found[i]) withAttributes(p.label, { x: found[i].x.toFixed(1), y: found[i].y.toFixed(1), 'text-anchor': found[i].anchor });
  });
}
