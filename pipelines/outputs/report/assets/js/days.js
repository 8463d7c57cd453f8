// Days as numbers from the first day covered, and as people write them.
const DAY = 864e5;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
  'October', 'November', 'December'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const NEVER = '9999-12-31';
const at = (iso) => new Date(iso + 'T00:00Z');
const FIRST = RUN.first_day ? Date.parse(RUN.first_day + 'T00:00Z') : 0;
const dayNumber = (iso) => Math.round((Date.parse(iso + 'T00:00Z') - FIRST) / DAY);
const isoDay = (number) => new Date(FIRST + number * DAY).toISOString().slice(0, 10);
const N_DAYS = RUN.first_day ? dayNumber(RUN.last_day) + 1 : 0;
// The year is told where the days of the report lie in more than one, or outside its own.
const YEARS = new Set([RUN.first_day, RUN.last_day].map((day) => (day || '').slice(0, 4)));
const longDay = (iso) => {
  const day = at(iso);
  return `${WEEKDAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
};
const shortDay = (iso) => {
  if (!iso) return 'day unknown';
  const day = at(iso);
  const year = YEARS.size === 1 && YEARS.has(iso.slice(0, 4)) ? '' : ` ${day.getUTCFullYear()}`;
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()].slice(0, 3)}${year}`;
};
const span = (from, to) => (to && to !== from ? `${shortDay(from)} – ${shortDay(to)}` : shortDay(from));
const addDays = (iso, n) => new Date(Date.parse(iso + 'T00:00Z') + n * DAY).toISOString().slice(0, 10);
const monthName = (iso) => `${MONTHS[at(iso).getUTCMonth()]} ${at(iso).getUTCFullYear()}`;
