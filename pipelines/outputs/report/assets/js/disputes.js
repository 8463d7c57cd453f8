// Claims that cannot all be true, side by side; a number of positions for each question.
const positionsOf = groupBy(POSITIONS, (row) => `${row.event_id} ${row.question} ${row.side_id} ${row.harm}`);
const ANSWERS = Object.keys(WORDS.answer);

function answerText(row) {
  if (row.answer === 'number') return `${statedNumber(row)} ${HARM[row.harm].toLowerCase()}`;
  const [named, plain] = row.question === 'deed' && row.answer === 'denied' ? WORDS.deed_denied : WORDS.answer[row.answer];
  return row.actor_name ? named.replace('%', () => row.actor_name) : plain;
}

function questionText(dispute) {
  const event = EVENTS[dispute.event_id];
  const place = event.place_id === 'unknown' ? 'an unknown place' : placeName(event.place_id);
  const days = event.date_start ? span(event.date_start, event.date_end) : null;
  if (dispute.question === 'figure') return `How many were ${HARM[dispute.harm].toLowerCase()} in ${place}${days ? `, ${days}` : ''}?`;
  if (dispute.question === 'deed') return `${event.summary}${days ? `, ${days}` : ''}?`;
  return dispute.is_standing ? `Who holds ${place}?` : `Who took ${place}${days ? `, ${days}` : ''}?`;
}

function disputeWhen(dispute) {
  const event = EVENTS[dispute.event_id];
  if (dispute.question === 'figure') return `${sideWord(dispute.side_id)}. Alternatives, not addends: one of them is counted, by the policy “${WORDS.policy[S.policy][0].toLowerCase()}”`;
  if (dispute.is_standing) return `Open since ${shortDay(dispute.since)}`;
  if (dispute.is_open) return `Never settled; open since ${shortDay(dispute.since)}`;
  if (dispute.until) return `Settled: open from ${shortDay(dispute.since)} to ${shortDay(dispute.until)}. Now ${WORDS.grade[event.grade][0].toLowerCase()}`;
  return `Spoken against; now ${WORDS.grade[event.grade][0].toLowerCase()}`;
}

function renderDisputes() {
  const shown = DISPUTES.slice(0, S.disputes);
  fill($('dis'), shown.map((dispute) => {
    const rows = positionsOf.get(`${dispute.event_id} ${dispute.question} ${dispute.side_id} ${dispute.harm}`) || [];
    const answers = [...groupBy(rows, answerText)].sort((a, b) => ANSWERS.indexOf(a[1][0].answer) - ANSWERS.indexOf(b[1][0].answer) || (a[1][0].best || 0) - (b[1][0].best || 0));
    const question = questionText(dispute);
    return h('article', { class: 'dis' }, h('h3', {}, question), h('p', { class: 'small mut when' }, disputeWhen(dispute)),
      h('div', { class: 'pos' }, answers.map(([text, said]) => h('div', { class: said[0].answer === 'denied' ? 'den' : null }, h('b', {}, text),
        h('ul', { class: 'plain' }, said.slice(0, 6).map((row) => h('li', {}, row.claimant_name === 'Unknown' ? 'nobody named' : row.claimant_name, ' ', partyTag(row), row.n_articles > 1 ? ` in ${row.n_articles} articles${row.n_stories === 1 ? ', one story' : ''}` : '')), said.length > 6 && h('li', {}, `and ${said.length - 6} more`))))),
      link('Read the claims', () => openEvent(EVENTS[dispute.event_id], dispute.harm && { harm: dispute.harm, side: dispute.side_id }), { class: 'link small', 'aria-label': `Read the claims: ${question}` }));
  }), !DISPUTES.length && h('p', { class: 'empty' }, 'No claim contradicts another.'));
  const left = DISPUTES.length - shown.length;
  $('moredis').hidden = left <= 0;
  $('moredis').textContent = `Show ${Math.min(20, left)} more of ${fmt(DISPUTES.length)}`;
}

const partyTag = (row) => (row.origin_kind === 'party' ? h('span', { class: 'tag' }, row.is_interested ? 'interested party' : 'party') : null);
