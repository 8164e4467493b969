// What is typed in a form is kept in this window until it is recorded, and filled in again after a reload.
//
// `data-draft` marks such a form, and names its request where it has one. The draft is kept under the address the form
// is sent to, never a password or a file; it goes when a page says that the request is recorded (`data-recorded`), or
// that what was sent to this address is done (`.message.done`).
const line = document.querySelector('[data-network]');
const forms = [...document.querySelectorAll('form[data-draft]')];
const sent = 'sent to';

const store = (() => {
  try {
    const area = window.sessionStorage;
    area.setItem('draft', '');
    area.removeItem('draft');
    return area;
  } catch {
    return null;
  }
})();

function place(form) {
  const { pathname, search } = new URL(form.getAttribute('action') ?? '', document.baseURI);
  return pathname + search;
}
const name = (form) => `draft ${place(form)} ${forms.filter((each) => place(each) === place(form)).indexOf(form)}`;
const secret = ['password', 'file', 'hidden', 'submit', 'button', 'search'];
const fields = (form) => [...form.elements].filter((field) => field.name && !secret.includes(field.type));
const isBox = (field) => field.type === 'checkbox' || field.type === 'radio';

function values(form) {
  return fields(form).map((field) => [field.name, isBox(field) ? [field.value, field.checked] : field.value]);
}

function keep(form) {
  if (!form.dataset.typed) return;
  store?.setItem(name(form), JSON.stringify({ request: form.dataset.draft, values: values(form) }));
}

// Every draft of the page, now: what is about to be left must not be lost.
export function keepAll() { forms.forEach(keep); }

function fill(form, kept) {
  let changed = false;
  const left = fields(form);
  for (const [called, value] of kept) {
    const place = left.findIndex((field) => field.name === called
      && (!isBox(field) || field.value === value[0]));
    if (place < 0) continue;
    const [field] = left.splice(place, 1);
    const now = isBox(field) ? field.checked : field.value;
    const then = isBox(field) ? value[1] : value;
    if (now === then) continue;
    if (isBox(field)) field.checked = then;
    else field.value = then;
    changed = true;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  return changed;
}

function tell(form) {
  const note = document.createElement('div');
  note.className = 'message warning draft';
  note.setAttribute('role', 'status');
  const words = document.createElement('p');
  words.textContent = line.dataset.kept;
  const discard = document.createElement('button');
  discard.type = 'button';
  discard.className = 'button small';
  discard.textContent = line.dataset.discard;
  discard.addEventListener('click', () => {
    store.removeItem(name(form));
    delete form.dataset.typed;
    form.reset();
    note.remove();
    fields(form)[0]?.focus();
  });
  note.append(words, discard);
  form.before(note);
}

if (store && line) {
  // A deed that is done leaves no draft of it behind.
  const done = document.querySelector('.message.done, [data-recorded]');
  for (const each of done ? Object.keys(store) : []) {
    if (!each.startsWith('draft /')) continue;
    const { request } = JSON.parse(store.getItem(each));
    const isRecorded = request && request === done.dataset.recorded;
    if (isRecorded || each.startsWith(`draft ${store.getItem(sent)} `)) store.removeItem(each);
  }
  store.removeItem(sent);
}

for (const form of forms) {
  // A form that came back with what was wrong already has what was typed.
  const kept = line && !form.querySelector('.wrong') ? store?.getItem(name(form)) : null;
  if (kept && fill(form, JSON.parse(kept).values)) {
    form.dataset.typed = 'yes';
    tell(form);
  }
}

document.addEventListener('input', (event) => {
  const { form } = event.target;
  if (form?.getAttribute('method') !== 'post') return;
  form.dataset.typed = 'yes';
  if (forms.includes(form)) keep(form);
});

document.addEventListener('submit', (event) => {
  if (event.defaultPrevented) return;
  const form = event.target;
  keep(form);
  // A deed may pass through a page that shows what it would do: what counts is where it is sent.
  if (form.getAttribute('method') === 'post') store?.setItem(sent, place(form));
  // Leaving by its own button loses nothing.
  delete form.dataset.typed;
});

// Asked only where nothing else keeps what was typed: no draft of the form, no place for one, or a file chosen.
window.addEventListener('beforeunload', (event) => {
  const losing = [...document.querySelectorAll('form[data-typed]')].some((form) => {
    const hasFile = [...form.elements].some((field) => field.type === 'file' && field.value);
    const hasSecret = [...form.elements].some((field) => field.type === 'password');
    return hasFile || (!hasSecret && (!store || !forms.includes(form)));
  });
  if (losing) event.preventDefault();
});
