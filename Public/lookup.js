// Fields in which a unit or a person is named: what is typed brings suggestions, by code and name.
for (const field of document.querySelectorAll('[data-lookup]')) {
  const list = document.getElementById(field.getAttribute('list'));
  let asked = '';
  let waiting = 0;
  let pending = null;

  const ask = async () => {
    const text = field.value.trim();
    if (text === asked || text.length < 2) return;
    asked = text;
    pending?.abort();
    pending = new AbortController();
    const address = `${field.dataset.lookup}?q=${encodeURIComponent(text)}`;
    try {
      const answer = await fetch(address, { signal: pending.signal });
      if (answer.ok && !answer.redirected) list.innerHTML = await answer.text();
    } catch {
      // Without suggestions the field is what it was: text.
    }
  };

  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
}
