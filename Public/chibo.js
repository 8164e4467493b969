// What script adds to pages that work without it: finding as one types, the keyboard, the tree by arrows, marked
// rows, drafts of what is typed, a word when the network goes, roll calls and votes without one, printing.
import './find.js';
import './drafts.js';
import './offline.js';
import './keys.js';
import './tree.js';
import './marks.js';
import './lookup.js';
import './jobs.js';
import './meeting.js';
import './votes.js';

// Buttons that need script stand hidden in the page.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// What floats closes when one looks elsewhere, and by Escape.
const floats = () => document.querySelectorAll('details:is(.viewer, .adder, [data-day])');
document.addEventListener('click', (event) => {
  for (const float of floats()) {
    if (!float.contains(event.target)) float.open = false;
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const float of floats()) {
    if (!float.open) continue;
    float.open = false;
    float.querySelector('summary').focus();
  }
});

// A day picked from the calendar shows at once; typing one waits for Enter.
const day = document.querySelector('[data-day] input[type="date"]');
if (day) {
  let typed = false;
  day.addEventListener('keydown', () => { typed = true; });
  day.addEventListener('pointerdown', () => { typed = false; });
  day.addEventListener('change', () => {
    if (!typed && day.value) day.form.requestSubmit();
  });
}
