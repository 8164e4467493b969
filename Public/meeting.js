// The roll call on a phone: every tap is kept here at once and sent when the network lets it through.
import { answered, count, empty, next, opened, refused, shown, tap } from './queue.js';

const form = document.querySelector('[data-roll-call]');
const soon = 3000;

function keeper(name) {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null');
    return { read: () => kept, write: (state) => localStorage.setItem(name, JSON.stringify(state)) };
  } catch {
    return { read: () => null, write: () => {} };
  }
}

const token = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

if (form) {
  const store = keeper(`roll ${form.dataset.rollCall}`);
  const rows = new Map([...form.querySelectorAll('[data-person]')].map((row) => [row.dataset.person, row]));
  const line = form.querySelector('[data-sending]');
  const quorum = document.querySelector('[data-quorum]');
  const uncalled = document.querySelector('[data-uncalled]');
  const isPresent = (mark) => ['present', 'late', 'left'].includes(mark);
  const said = [...rows].filter(([, row]) => row.dataset.saw).map(([key, row]) => [key, row.dataset.saw]);
  let state = opened({ ...empty(), ...store.read() }, Object.fromEntries(said), Number(form.dataset.entry));
  let sending = false;
  let timer = 0;
  let wrong = '';

  form.querySelector('[data-by-hand]').closest('.actions').hidden = true;

  function show() {
    let present = 0;
    let open = 0;
    for (const [key, row] of rows) {
      const mark = shown(state, key);
      for (const box of row.querySelectorAll('input[type="radio"]')) box.checked = box.value === mark;
      row.toggleAttribute('data-waiting', Boolean(state.waiting[key] ?? state.batch?.taps[key]));
      const note = row.querySelector('.conflict');
      const conflict = state.conflicts[key];
      note.hidden = !conflict;
      note.replaceChildren();
      if (conflict) {
        const word = (value) => row.querySelector(`input[value="${value}"] + span`)?.textContent ?? '–';
        const again = document.createElement('button');
        again.type = 'button';
        again.className = 'button small';
        again.textContent = `${form.dataset.again} ${word(conflict.mine)}`;
        again.addEventListener('click', () => take(key, conflict.mine, conflict.reason));
        note.append(`${form.dataset.conflict} ${word(conflict.theirs)} `, again);
      }
      if (row.dataset.obliged !== 'no') {
        if (isPresent(mark)) present += 1;
        if (!mark) open += 1;
      }
    }
    if (uncalled) uncalled.textContent = open;
    if (quorum) {
      quorum.querySelector('[data-present]').textContent = present;
      const all = Number(quorum.dataset.obliged);
      quorum.querySelector('[data-fill]').setAttribute('width', all ? (present * 100) / all : 0);
      const word = quorum.querySelector('[data-reached]');
      if (word && quorum.dataset.need) {
        const reached = present >= Number(quorum.dataset.need);
        word.textContent = reached ? word.dataset.reached : word.dataset.missing;
        word.className = reached ? 'state good' : 'state watch';
      }
    }
    const waits = count(state);
    line.textContent = wrong || (waits ? `${waits} ${form.dataset.waiting}` : form.dataset.sent);
    line.classList.toggle('waiting', Boolean(wrong || waits));
    store.write(state);
  }

  function take(key, mark, reason) {
    state = tap(state, key, mark, reason);
    wrong = '';
    show();
    send();
  }

  async function send() {
    clearTimeout(timer);
    if (sending) return;
    state = next(state, token());
    if (!state.batch) return;
    sending = true;
    store.write(state);
    const body = new URLSearchParams({ token: form.elements.token.value, request: state.batch.name });
    for (const [key, each] of Object.entries(state.batch.taps)) {
      body.set(`m-${key}`, each.mark);
      if (each.saw) body.set(`s-${key}`, each.saw);
      if (each.reason) body.set(`r-${key}`, each.reason);
    }
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/plain' }, redirect: 'error' });
      if (answer.ok) {
        const [entry, ...lines] = (await answer.text()).split('\n');
        state = answered(state, Object.fromEntries(lines.filter(Boolean).map((each) => each.split(' '))), Number(entry));
        wrong = '';
      } else if (answer.status === 401 || answer.status === 403) {
        // What was tapped waits here until somebody has signed in again.
        wrong = form.dataset.door;
        sending = false;
        show();
        return;
      } else if (answer.status === 422) {
        wrong = `${form.dataset.refused} ${await answer.text()}`;
        state = refused(state);
      } else {
        throw new Error(answer.statusText);
      }
      sending = false;
      show();
      send();
    } catch {
      sending = false;
      show();
      timer = setTimeout(send, soon);
    }
  }

  form.addEventListener('change', (event) => {
    const row = event.target.closest('[data-person]');
    if (!row) return;
    const mark = row.querySelector('input[type="radio"]:checked')?.value;
    if (mark) take(row.dataset.person, mark, row.querySelector('input[type="text"]').value);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  window.addEventListener('online', send);
  show();
  send();
}

// Pages of meetings open without a network once they have been seen; signing out takes them away again.
if ('serviceWorker' in navigator && window.isSecureContext) {
  if (document.querySelector('form[action="/sign-out"]')) navigator.serviceWorker.register('/worker.js').catch(() => {});
}
