// When the network goes, a line says so; forms and ways elsewhere wait, and what was typed stays where it is.
import { keepAll } from './drafts.js';

const line = document.querySelector('[data-network]');
const soon = 5000;
let gone = false;
let asking = 0;

function say(name) {
  if (!line) return;
  line.textContent = line.dataset[name];
  line.classList.toggle('back', name === 'back');
}

// A device may think that it is connected where nothing answers: the server itself is asked.
async function reach() {
  try {
    await fetch('/healthz', { method: 'HEAD', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}

async function look() {
  clearTimeout(asking);
  const there = await reach();
  if (gone && there) say('back');
  if (!gone && !there) say('gone');
  gone = !there;
  if (gone) asking = setTimeout(look, soon);
  return there;
}

if (line) {
  window.addEventListener('offline', () => {
    gone = true;
    say('gone');
    clearTimeout(asking);
    asking = setTimeout(look, soon);
  });
  window.addEventListener('online', look);
  if (!navigator.onLine) look();

  // Whoever begins to write is told at once when it could not be sent.
  document.addEventListener('input', (event) => {
    if (event.target.form?.getAttribute('method') === 'post') look();
  }, { once: true });

  document.addEventListener('submit', (event) => {
    if (!gone || event.target.getAttribute('method') === 'dialog') return;
    // A vote is kept by itself, and sent when the network is back.
    if (event.target.matches('form[data-vote]')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    keepAll();
    say('held');
    line.scrollIntoView({ block: 'nearest' });
  }, { capture: true });

  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (!gone || !link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.getAttribute('href').startsWith('#')) return;
    event.preventDefault();
    look().then(async (there) => {
      // A page that was kept opens without a network too.
      const isKept = !there && navigator.serviceWorker?.controller
        && await caches.match(new URL(link.href).pathname).catch(() => null);
      if (there || isKept) window.location.assign(link.href);
      else line.scrollIntoView({ block: 'nearest' });
    });
  });
}
