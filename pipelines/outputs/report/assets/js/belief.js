// Who holds what: the ledger as it stood on any known-on day, laid out along the days.
const LAST_EVENT = Math.max(0, ...EVENTS.filter((event) => event.date_start && event.date_precision === 'day').map((event) => dayNumber(event.date_start)));
const S = { day: Math.max(0, Math.min(N_DAYS - 1, LAST_EVENT)), known: 'latest', policy: 'best_supported', ring: 'killed', span: 'all',
  country: null, place: null, allRows: false, allBeliefs: false, page: 25, disputes: 10, sort: 'day', direction: -1, open: new Set(), narrow: null };

const statesOf = groupBy(CONTROL, (row) => row.place_id);
const LEDGER_PLACES = [...statesOf.keys()];
const LATEST = RUN.last_day;
const knownDay = () => (S.known === 'latest' ? LATEST : S.known === 'same' ? isoDay(S.day) : S.known);
const isLatest = () => S.known === 'latest';
const laidOut = new Map();

// The states of a place as believed on a day ('latest': as now), each from x0 to x1 in days; states
// that begin on one day share it in their order.
function spans(place, known) {
  const key = `${place} ${known}`;
  if (laidOut.has(key)) return laidOut.get(key);
  const standing = (statesOf.get(place) || []).filter((row) =>
    known === 'latest' ? !row.known_to : row.known_from <= known && (!row.known_to || row.known_to > known));
  standing.sort((a, b) => (a.valid_from < b.valid_from ? -1 : a.valid_from > b.valid_from ? 1 : a.day_seq - b.day_seq));
  const perDay = groupBy(standing, (row) => row.valid_from);
  const found = standing.map((row) => {
    const sharing = perDay.get(row.valid_from);
    return { ...row, x0: dayNumber(row.valid_from) + sharing.indexOf(row) / sharing.length, swaps: sharing.length };
  });
  found.forEach((row, i) => {
    row.x1 = i + 1 < found.length ? found[i + 1].x0 : row.valid_to ? dayNumber(row.valid_to) : N_DAYS;
  });
  laidOut.set(key, found);
  return found;
}

const view = () => (isLatest() ? 'latest' : knownDay());
const limit = () => (isLatest() ? N_DAYS : Math.min(N_DAYS, dayNumber(knownDay()) + 1));

// The state at the end of a day, as believed in the present view.
function stateAt(place, day) {
  const end = Math.min(day + 1, limit());
  let found = UNKNOWN;
  for (const row of spans(place, view())) if (row.x0 < end) found = row;
  return found;
}

const sameState = (a, b) => a && b && a.status === b.status && a.side_id === b.side_id && a.other_side_id === b.other_side_id;
const stateIn = (rows, x) => {
  let found = null;
  for (const row of rows) if (row.x0 <= x && row.x1 > x) found = row;
  return found;
};

// Days on which a state begins that is not the first of its place.
function changeDays() {
  const days = new Set();
  for (const place of LEDGER_PLACES) {
    for (const row of spans(place, S.known === 'same' ? 'latest' : view())) if (row.x0 > 0) days.add(Math.floor(row.x0));
  }
  return [...days].sort((a, b) => a - b);
}

// Stretches where what was believed then is seen otherwise now.
function overtaken(place) {
  const then = spans(place, view());
  const now = spans(place, 'latest');
  const edges = [...new Set([...then, ...now].flatMap((row) => [row.x0, row.x1]))]
    .filter((x) => x >= 0 && x <= limit()).concat(limit()).sort((a, b) => a - b);
  const found = [];
  edges.forEach((x0, i) => {
    const x1 = edges[i + 1];
    if (!(x1 > x0)) return;
    const [before, after] = [stateIn(then, x0), stateIn(now, x0)];
    if ((!before && !after) || sameState(before, after)) return;
    const last = found[found.length - 1];
    if (last && last.x1 === x0 && sameState(last.after, after) && sameState(last.before, before)) last.x1 = x1;
    else found.push({ x0, x1, before, after });
  });
  return found;
}
