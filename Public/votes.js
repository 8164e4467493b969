// Votes recorded on a phone: each is kept here at once and sent when the network lets it through, after the roll call
// that says who is there.
import { answered, dropped, next, none, put, refused } from './ballots.js';
import { count, empty, shown } from './queue.js';

const soon = 3000;
const patience = 8000;
const token = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function read(name, without) {
  try { return { ...without, ...JSON.parse(localStorage.getItem(name) ?? 'null') }; } catch { return without; }
}
// Where the device keeps nothing, the form goes as it would without script.
function write(name, state) {
  try { localStorage.setItem(name, JSON.stringify(state)); return true; } catch { return false; }
}

// What was typed is kept as a vote now, no longer as a draft.
function forget(form) {
  const { pathname } = new URL(form.getAttribute('action'), document.baseURI);
  try {
    for (const each of Object.keys(sessionStorage)) {
      if (each.startsWith(`draft ${pathname} `)) sessionStorage.removeItem(each);
    }
  } catch { /* nothing was kept */ }
}

const desk = document.querySelector('[data-votes]');
const forms = [...document.querySelectorAll('form[data-vote]')];
const meeting = desk?.dataset.votes ?? forms[0]?.dataset.vote;
const place = `votes ${meeting}`;
const roll = () => read(`roll ${meeting}`, empty());
const page = `/meetings/${meeting}`;
let timer = 0;
let sending = false;

// One vote to the server: what it answered, or nothing where the network did not let it through.
async function post(vote) {
  const body = new URLSearchParams(vote.fields);
  body.set('request', vote.name);
  body.set('token', document.querySelector('form input[name="token"]').value);
  try {
    const answer = await fetch(vote.to, {
      method: 'POST', body, headers: { accept: 'text/plain' }, redirect: 'error', signal: AbortSignal.timeout(patience),
    });
    if (answer.ok || [401, 403, 422].includes(answer.status)) return { status: answer.status, text: await answer.text() };
  } catch { /* it stays where it is */ }
  return null;
}

// Takes the answer to a vote over into what is kept.
function heard(vote, answer) {
  const state = read(place, none());
  if (answer?.status === 200) write(place, answered(state, vote.name));
  if (answer?.status === 422) write(place, refused(state, vote.name, answer.text));
}

if (meeting) {
  for (const form of forms) {
    form.addEventListener('submit', async (event) => {
      const fields = [...new FormData(form)].filter(([name]) => name !== 'token' && name !== 'request');
      const title = form.querySelector('[name="title"]').value;
      const vote = { name: token(), to: form.getAttribute('action'), title, fields };
      if (!write(place, put(read(place, none()), vote))) return;
      event.preventDefault();
      delete form.dataset.typed;
      forget(form);
      const button = form.querySelector('button:not([type="button"])');
      button.disabled = true;
      // What waits before it goes first, and who is there before who voted.
      const isFirst = next(read(place, none())).name === vote.name && count(roll()) === 0;
      const answer = isFirst ? await post(vote) : null;
      heard(vote, answer);
      button.disabled = false;
      if (answer?.status === 200) window.location.assign(answer.text);
      else if (answer?.status === 422) {
        write(place, dropped(read(place, none()), vote.name));
        const note = form.querySelector('[data-vote-refused]');
        note.textContent = answer.text;
        note.hidden = false;
        note.scrollIntoView({ block: 'nearest' });
      } else if (desk) show();
      else window.location.assign(page);
    });
  }
}

// On the form of a vote by name: whoever is there by the roll call on this device, sent or not.
for (const form of forms.filter((each) => each.querySelector('[data-voter]'))) {
  const state = roll();
  for (const row of form.querySelectorAll('[data-voter]')) {
    const mark = shown(state, row.dataset.voter) || row.dataset.mark;
    row.hidden = !['present', 'late', 'left'].includes(mark);
    row.disabled = row.hidden;
  }
  const nobody = form.querySelector('[data-nobody]');
  if (nobody) nobody.hidden = [...form.querySelectorAll('[data-voter]')].some((row) => !row.hidden);
  // What the server gave back is filled in again, to be mended.
  const back = read(place, none()).refused.find((each) => each.to === form.getAttribute('action'));
  if (back) {
    for (const [name, value] of back.fields) {
      for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.type === 'radio') field.checked = field.value === value;
        else if (field.type !== 'hidden') field.value = value;
      }
    }
    const note = form.querySelector('[data-vote-refused]');
    note.textContent = back.why;
    note.hidden = false;
    form.addEventListener('submit', () => write(place, dropped(read(place, none()), back.name)), { capture: true });
  }
}

// On the page of the meeting: what waits and what was given back.
function show() {
  const state = read(place, none());
  desk.hidden = state.waiting.length + state.refused.length === 0;
  desk.replaceChildren();
  const line = (className, ...parts) => {
    const item = document.createElement('p');
    item.className = className;
    item.append(...parts);
    desk.append(item);
  };
  for (const vote of state.waiting) line('sending waiting', `“${vote.title}”: ${desk.dataset.waiting}`);
  if (desk.dataset.shut) line('sending waiting', desk.dataset.door);
  for (const vote of state.refused) {
    const drop = document.createElement('button');
    drop.type = 'button';
    drop.className = 'button small';
    drop.textContent = desk.dataset.drop;
    drop.addEventListener('click', () => {
      write(place, dropped(read(place, none()), vote.name));
      show();
    });
    const mend = document.createElement('a');
    if (vote.to.endsWith('/named-vote')) {
      mend.href = vote.to;
      mend.textContent = desk.dataset.mend;
    }
    line('message refused', `“${vote.title}”: ${desk.dataset.refused} ${vote.why} `, mend, ' ', drop);
  }
}

async function send() {
  clearTimeout(timer);
  if (sending) return;
  const vote = next(read(place, none()));
  if (!vote) return;
  // Who is there is said first, where this page says it.
  if (document.querySelector('[data-roll-call]') && count(roll()) > 0) {
    timer = setTimeout(send, soon / 3);
    return;
  }
  sending = true;
  const answer = await post(vote);
  sending = false;
  heard(vote, answer);
  const isShut = answer && [401, 403].includes(answer.status);
  desk.toggleAttribute('data-shut', Boolean(isShut));
  if (isShut) desk.dataset.shut = 'yes';
  show();
  if (isShut) return;
  if (answer?.status === 200 && !next(read(place, none()))) {
    // What was typed elsewhere on the page is not lost for showing it.
    if (document.querySelector('form[data-typed]')) desk.hidden = false;
    else window.location.assign(answer.text);
    return;
  }
  timer = setTimeout(send, answer ? 0 : soon);
}

if (desk) {
  show();
  window.addEventListener('online', send);
  send();
}

// The form of a vote by name is kept beforehand, to be there when the network is not.
const named = document.querySelector('a[data-named-vote]');
if (named && navigator.serviceWorker) {
  const keep = () => { fetch(named.href).catch(() => {}); };
  if (navigator.serviceWorker.controller) keep();
  else navigator.serviceWorker.addEventListener('controllerchange', keep, { once: true });
}
