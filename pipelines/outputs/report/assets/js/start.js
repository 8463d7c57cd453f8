// Puts the page together.
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
  addEventListener('resize', () => { clearTimeout(wait); wait = setTimeout(again, 80); });
  addEventListener('beforeprint', () => { if (hasDays) fit(400); renderWeeks(); });
  addEventListener('afterprint', again);
  const named = eventById.get(location.hash.slice(1));
  if (named) openEvent(named);
}

start();
