// Puts the page together.
// Paper is about so many points wide, and takes at least so many events.
const [PAPER, PRINTED] = [840, 200];

function wireTheme() {
  const set = (theme) => (theme ? document.documentElement.setAttribute('data-theme', theme) : document.documentElement.removeAttribute('data-theme'));
  $('look').addEventListener('submit', (submit) => submit.preventDefault());
  $('theme').addEventListener('change', (change) => {
    set(change.target.value);
    try { localStorage.setItem('sitrep-theme', change.target.value); } catch (error) { /* a file may keep nothing */ }
  });
  try {
    $('theme').value = localStorage.getItem('sitrep-theme') || '';
    set($('theme').value);
  } catch (error) { /* a file may keep nothing */ }
}

function renderGrades() {
  fill($('grades'), GRADES.map((grade) => h('div', {}, h('dt', {}, gradeWord(grade)), h('dd', {}, WORDS.grade[grade][1]))));
}

function fit(bars) {
  const cell = $('axis').getBoundingClientRect().width;
  barWidth = bars || (cell > 50 ? cell : 300);
  histogram();
  drawLedger();
  nameMap();
}

function start() {
  wireTheme();
  renderGrades();
  renderNews();
  renderHands();
  renderStats();
  wireEvents();
  renderEvents();
  const hasDays = N_DAYS > 0;
  const hasControl = LEDGER_PLACES.length > 0;
  for (const id of ['bar', 'cgrid']) $(id).hidden = !hasDays;
  $('nocontrol').hidden = hasControl;
  $('ctabbox').hidden = !hasControl;
  $('ledbox').hidden = !hasControl;
  if (hasDays) {
    fillKnown();
    buildLedger();
    wireMap();
    wireTimeline();
    $('ring').value = S.ring;
    fit();
    setDay(S.day);
  }
  renderKeys();
  renderWeeks();
  renderDisputes();
  $('moredis').addEventListener('click', () => { S.disputes += 20; renderDisputes(); });
  $('policy').addEventListener('change', (change) => {
    S.policy = change.target.value;
    renderStats();
    renderWeeks();
    renderDisputes();
    renderEvents();
    if (hasDays) setDay(S.day);
  });
  let wait = null;
  const again = () => { if (hasDays) fit(); renderWeeks(); };
  let shown = S.page;
  addEventListener('resize', () => { clearTimeout(wait); wait = setTimeout(again, 80); });
  addEventListener('beforeprint', () => {
    shown = S.page;
    S.page = Math.max(S.page, PRINTED);
    if (hasDays) fit(PAPER - 290);
    renderWeeks(PAPER / 2 - 12);
    renderEvents();
  });
  addEventListener('afterprint', () => { S.page = shown; again(); renderEvents(); });
  const named = eventById.get(location.hash.slice(1));
  if (named) openEvent(named);
}

start();
