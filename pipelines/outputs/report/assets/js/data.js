// The tables of the page: by column in its data elements, as rows here.
function unpacked(table) {
  const names = Object.keys(table.columns);
  const columns = names.map((name) => {
    const { values, rows } = table.columns[name];
    return rows ? rows.map((row) => (row === null ? null : values[row])) : values;
  });
  return Array.from({ length: table.n }, (_, i) => {
    const row = {};
    names.forEach((name, c) => (row[name] = columns[c][i]));
    return row;
  });
}

const FACTS = JSON.parse($('facts').textContent);
const WORDS = FACTS.words;
const table = (name) => unpacked(FACTS[name]);
const RUN = table('run')[0];
const SIDES = table('side');
const PLACES = table('place');
const EVENTS = table('event');
const CASUALTIES = table('casualty');
const CONTROL = table('control');
const NEWS = table('news');
const RELATIONS = table('relation');
const DISPUTES = table('dispute');
const POSITIONS = table('position');
const TOLL = table('toll');
const TOLL_BY_WEEK = table('toll_by_week');

EVENTS.forEach((event, i) => (event.row = i));
const eventById = new Map(EVENTS.map((event) => [event.event_id, event]));
const placeById = new Map(PLACES.map((place) => [place.place_id, place]));
const placeName = (id) => (placeById.get(id) || { name: 'Unknown' }).name;
const figuresOf = groupBy(CASUALTIES, (row) => row.event_id);
const figures = (event) => figuresOf.get(event.row) || [];
const relationsOf = groupBy(RELATIONS, (row) => row.event_id);

// Claims are many: they are read when the first is asked for, not before the first view.
let claimsRead = null;
function readClaims() {
  if (!claimsRead) claimsRead = claimText().then(indexClaims);
  return claimsRead;
}

async function claimText() {
  const element = $('claims');
  if (element.type === 'application/json') return element.textContent;
  const bytes = Uint8Array.from(atob(element.textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).text();
}

function indexClaims(text) {
  const packed = JSON.parse(text);
  const articles = unpacked(packed.article);
  const claims = unpacked(packed.claim);
  for (const claim of claims) claim.article = articles[claim.article_id];
  const byEvent = groupBy(claims, (claim) => claim.event_id);
  return { claims, of: (event) => byEvent.get(event.row) || [], unlinked: byEvent.get(null) || [] };
}
