// The keyboard of the desk. Every key has a visible control besides; none acts while one is writing, nor where the
// reader turned keys off.
const isOff = () => document.body.dataset.keys === 'off';
const writing = (target) =>
  target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]') !== null;

const rows = () => [...document.querySelectorAll('[data-rows] > *')];
let going = 0;

function step(by) {
  const all = rows();
  if (all.length === 0) return false;
  const now = all.findIndex((row) => row.classList.contains('current'));
  const next = Math.min(Math.max(now + by, 0), all.length - 1);
  all[now]?.classList.remove('current');
  all[next].classList.add('current');
  all[next].scrollIntoView({ block: 'nearest' });
  all[next].querySelector('th a, a')?.focus({ preventScroll: true });
  return true;
}

function hit(by) {
  const hits = [...document.querySelectorAll('main mark')];
  if (hits.length === 0) return false;
  const now = hits.findIndex((mark) => mark.classList.contains('here'));
  const next = (now + by + hits.length) % hits.length;
  hits[now]?.classList.remove('here');
  hits[next].classList.add('here');
  hits[next].scrollIntoView({ block: 'center' });
  return true;
}

function openFloat(selector) {
  const float = document.querySelector(selector);
  if (!float) return false;
  float.open = true;
  float.querySelector('input:not([type="hidden"]), select')?.focus();
  return true;
}

function focusFind() {
  const field = document.querySelector('[data-find]');
  field?.focus();
  field?.select();
  return field !== null;
}

function openKeys() {
  const dialog = document.getElementById('keys');
  if (!dialog) return false;
  // Only the keys that have something to act upon here.
  for (const key of dialog.querySelectorAll('[data-needs]')) {
    key.hidden = isOff() || !document.querySelector(key.dataset.needs);
  }
  dialog.showModal();
  return true;
}

for (const button of document.querySelectorAll('[data-open-keys]')) {
  button.hidden = false;
  button.addEventListener('click', openKeys);
}

function press(selector) {
  const control = document.querySelector(selector);
  control?.click();
  return control !== null;
}

function why() {
  const way = document.querySelector('[data-why]');
  if (!way) return false;
  if (way.tagName === 'DETAILS') {
    way.open = !way.open;
    way.querySelector('summary').focus();
  } else {
    way.click();
    document.querySelector(way.getAttribute('href'))?.focus();
  }
  return true;
}

function stepDay(place) {
  const step = document.querySelectorAll('.day .step')[place];
  step?.click();
  return step !== undefined;
}

function mark(shiftKey) {
  const box = current()?.querySelector('[type="checkbox"]');
  box?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey }));
  return box != null;
}

function go(key) {
  const link = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
  if (link) window.location.assign(link.href);
  return link !== null;
}

const current = () => rows().find((row) => row.classList.contains('current'));

const deeds = {
  '/': focusFind,
  'd': () => openFloat('[data-day]'),
  'f': () => openFloat('[data-filter]'),
  'j': () => step(1),
  'k': () => step(-1),
  'n': () => hit(1),
  'N': () => hit(-1),
  '?': openKeys,
  'x': () => mark(false),
  'X': () => mark(true),
  'e': () => press('main a[download]'),
  'w': why,
  '[': () => stepDay(0),
  ']': () => stepDay(1),
};

// Who turned the keys off has none, but for those of the browser itself.
document.addEventListener('keydown', (event) => {
  if (isOff() || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
  if (document.querySelector('dialog[open]')) return;
  if (going && event.timeStamp - going < 1500) {
    going = 0;
    if (go(event.key)) event.preventDefault();
    return;
  }
  if (event.key === 'g') {
    going = event.timeStamp;
    return;
  }
  if (event.key === 'Enter' && event.target === document.body) {
    current()?.querySelector('th a, a')?.click();
    return;
  }
  if (deeds[event.key]?.()) event.preventDefault();
});
