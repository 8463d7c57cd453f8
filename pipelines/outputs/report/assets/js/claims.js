// The case of an event: each claim, its sentence with the very words marked, who says so and where.
function markedSentence(claim) {
  // Offsets count characters, not the halves that make up rare ones.
  const letters = [...claim.sentence_text];
  const [from, to] = [claim.evidence_start - claim.sentence_start, claim.evidence_end - claim.sentence_start];
  return h('blockquote', {}, letters.slice(0, from).join(''), h('mark', {}, letters.slice(from, to).join('')), letters.slice(to).join(''));
}

// What the claim was read as, in fixed words.
function readAs(claim) {
  const of = claim.victim_name ? `, ${claim.victim_name}` : '';
  if (claim.harm === 'casualties_unquantified') return `losses without a number${of}`;
  const number = statedNumber({ low: claim.value_low, best: claim.value_best, high: claim.value_high });
  if (claim.claim_type === 'casualty') return `${number} ${HARM[claim.harm].toLowerCase()}${of}`;
  if (claim.claim_type === 'strength' || claim.claim_type === 'control_count') return claim.value_text ? `${claim.value_text}${claim.unit && !claim.value_text.includes(claim.unit) ? ` (${claim.unit})` : ''}` : null;
  if (claim.claim_type === 'attack') return `an attack${of}`;
  const answer = claim.claim_type === 'contested' ? 'fighting' : claim.claim_type === 'territory_control' ? 'held' : claim.change_type || 'held';
  const actor = answer === 'withdrawn' ? claim.from_actor_name : claim.to_actor_name;
  return `${claim.location_name}: ${answerText({ question: 'control', answer, actor_name: actor }).toLowerCase().replace((actor || '').toLowerCase(), () => actor || '')}`;
}

function claimItem(claim, aim) {
  const { article } = claim;
  const isAim = aim && claim.harm === aim.harm && (!aim.side || claim.side_id === aim.side || claim.side_id === 'unknown' || aim.side === 'unknown');
  const reasons = (claim.link_reasons || '').split(',').filter(Boolean).map((reason) => WORDS.reason[reason] || reason);
  const title = article.title || 'Untitled';
  const cite = /^https?:\/\//i.test(article.uri) ? h('a', { href: article.uri, rel: 'noopener noreferrer' }, title) : title;
  return h('li', { class: claim.assertion === 'denied' ? 'den' : isAim ? 'aim' : null, id: `c-${claim.claim_id}` },
    markedSentence(claim),
    h('div', { class: 'm' }, h('b', {}, claim.claimant_name === 'Unknown' ? 'Nobody named' : claim.claimant_name), ' ', partyTag(claim), ` ${WORDS.assertion[claim.assertion]}`, claim.via_claimant_name ? `, via ${claim.via_claimant_name}` : '', '. Read as ', h('b', {}, readAs(claim) || 'stated'),
      claim.is_subset ? ', part of a larger figure' : '', claim.is_cumulative ? ', a toll to date' : '', h('br'),
      h('cite', {}, cite), ', ', h('b', {}, article.source_name === 'Unknown' ? 'outlet not known' : article.source_name), `, ${article.published_on ? shortDay(article.published_on) : 'undated'}. `,
      article.is_story_original ? '' : 'A copy or rewrite of an earlier story. ', `Characters ${fmt(claim.evidence_start)} to ${fmt(claim.evidence_end)}, rule ${claim.rule_id}, claim ${claim.claim_id}`,
      claim.event_role && [h('br'), `${WORDS.role[claim.event_role]}${reasons.length ? `: ${reasons.join(', ')}` : ''}`]));
}

function eventAbout(event) {
  const related = (relationsOf.get(event.row) || []).filter((row) => row.related_event_id !== null);
  return h('p', { class: 'small mut about' }, `${count(event.n_claims, 'claim')} counted, ${count(event.n_articles, 'article')}, ${count(event.n_stories, 'separate story', 'separate stories')}, ${count(event.n_independent_claimants, 'independent claimant')}. First known ${shortDay(event.first_reported_on)}${event.last_reported_on !== event.first_reported_on ? `, last ${shortDay(event.last_reported_on)}` : ''}. Place: ${WORDS.where[event.where_precision]}${WORDS.precision[event.date_precision] ? `; ${WORDS.precision[event.date_precision]}` : ''}. Event ${event.event_id}.`,
    related.map((row) => [h('br'), `${WORDS.relation[row.relation]}: `, link(EVENTS[row.related_event_id].summary, () => openEvent(EVENTS[row.related_event_id]), { class: 'link small' })]));
}

// Fills a cell with an event's claims; those of the figure asked for come first.
async function fillClaims(cell, event, aim) {
  const box = h('div', { class: 'claims' }, eventAbout(event));
  fill(cell, box);
  try {
    const claims = (await readClaims()).of(event);
    const items = claims.map((claim) => [claim, claimItem(claim, aim)]);
    items.sort((a, b) => b[1].classList.contains('aim') - a[1].classList.contains('aim'));
    box.append(h('ol', {}, items.map((pair) => pair[1])));
  } catch (error) {
    box.append(h('p', {}, 'This browser is too old to unpack the sentences; a newer one shows them.'));
  }
}

async function renderUntold() {
  if (!$('untoldbox').open || $('untold').childElementCount) return;
  const { unlinked } = await readClaims();
  fill($('untold'), h('div', { class: 'claims' }, h('ol', {}, unlinked.slice(0, 100).map((claim) => claimItem(claim, null)))), unlinked.length > 100 && h('p', { class: 'mut' }, `The first 100 of ${fmt(unlinked.length)}.`));
}
