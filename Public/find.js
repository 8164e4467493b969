// What the find box of the header would find, told under it while one types: a combobox over `/find`.
const field = document.querySelector('[data-find]');
if (field) suggest(field, field.form);

function suggest(field, form) {
  const float = document.createElement('div');
  float.className = 'suggestions';
  float.hidden = true;
  const list = document.createElement('div');
  list.id = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.getAttribute('aria-label'));
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  float.append(list, said);
  form.append(float);
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'], ['aria-controls', list.id], ['aria-haspopup', 'listbox']]) {
    field.setAttribute(name, value);
  }

  let waiting = 0;
  let asking = null;
  let shown = '';
  const options = () => [...list.querySelectorAll('[role="option"]')];

  function close() {
    clearTimeout(waiting);
    asking?.abort();
    float.hidden = true;
    shown = '';
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  }

  function choose(option) {
    for (const each of options()) each.setAttribute('aria-selected', each === option);
    if (!option) return field.removeAttribute('aria-activedescendant');
    field.setAttribute('aria-activedescendant', option.id);
    return option.scrollIntoView({ block: 'nearest' });
  }

  function show(page, search) {
    const found = document.createRange().createContextualFragment(page);
    said.textContent = found.querySelector('[data-said]')?.textContent ?? '';
    found.querySelector('[data-said]')?.remove();
    list.replaceChildren(found);
    options().forEach((option, place) => { option.id = `suggestion-${place}`; });
    choose(null);
    shown = search;
    float.hidden = false;
    field.setAttribute('aria-expanded', 'true');
  }

  // Asked anew for each word; what was asked before and is not answered yet is not wanted any more.
  async function ask() {
    const search = field.value.trim();
    if (search.length < 2) return close();
    if (search === shown) return undefined;
    asking?.abort();
    asking = new AbortController();
    const address = new URL(form.action);
    for (const [name, value] of new FormData(form)) address.searchParams.set(name, value);
    address.searchParams.set('part', 'suggestions');
    try {
      const answer = await fetch(address, { signal: asking.signal, redirect: 'manual' });
      if (!answer.ok) return close();
      const page = await answer.text();
      if (document.activeElement === field) show(page, search);
    } catch { /* Aborted, or no network: the field still works as a form. */ }
    return undefined;
  }

  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  field.addEventListener('blur', close);
  float.addEventListener('mousedown', (event) => event.preventDefault());

  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (float.hidden) {
      if (event.key === 'ArrowDown') ask();
      return;
    }
    const all = options();
    const now = all.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    switch (event.key) {
      case 'ArrowDown': choose(all[(now + 1) % all.length]); break;
      case 'ArrowUp': choose(all[now < 0 ? all.length - 1 : now - 1]); break;
      case 'Escape': close(); break;
      case 'Enter':
        if (now < 0) return;
        all[now].click();
        break;
      default: return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
}
