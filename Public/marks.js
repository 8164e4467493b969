// Marked rows: their tone, the range from the last marked one with Shift, and marks that last over the pages of a
// roll. Without script the marked rows of the page shown are sent.
const read = (key) => {
  try { return new Map(JSON.parse(sessionStorage.getItem(key) ?? '[]')); } catch { return new Map(); }
};
const keep = (key, marks) => {
  try {
    if (marks.size === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify([...marks]));
  } catch { /* without a store, marks last as long as the page */ }
};

for (const form of document.querySelectorAll('form.roll')) {
  const boxes = [...form.querySelectorAll('[data-rows] [type="checkbox"]')];
  const parts = form.querySelectorAll('[data-marked], [data-unmark]');
  const count = form.querySelector('[data-marked-count]');
  const pages = form.querySelector('[data-marked-pages]');
  const all = form.querySelector('[data-mark-all]');
  const { marks: unit, people, page, tooMany } = form.dataset;
  const most = Number(form.dataset.most);
  const day = new URL(window.location).searchParams.get('on') ?? '';
  const store = `chibo-marks ${unit} ${day}`;
  // Whom is marked, and on which page of the roll they were.
  const marks = read(store);
  let last = -1;

  const show = () => {
    for (const box of boxes) {
      box.checked = marks.has(box.value);
      box.closest('tr').classList.toggle('marked', box.checked);
    }
    for (const part of parts) part.hidden = marks.size === 0;
    form.querySelector('.table-foot').classList.toggle('marking', marks.size > 0);
    count.textContent = marks.size;
    const on = [...new Set(marks.values())].filter(Boolean).sort((a, b) => a - b);
    const shown = on.length > 8 ? [...on.slice(0, 8), '…'] : on;
    pages.textContent = on.length > 1 || (on.length === 1 && on[0] !== page)
      ? ` ${pages.dataset.words} ${shown.join(', ')}` : '';
    keep(store, marks);
  };

  const mark = (box, isMarked) => {
    if (!isMarked) marks.delete(box.value);
    else if (marks.size < most) marks.set(box.value, page);
    else count.closest('[data-marked]').title = tooMany;
  };

  form.addEventListener('click', (event) => {
    const place = boxes.indexOf(event.target);
    if (place < 0) return;
    const isMarked = event.target.checked;
    const [from, to] = event.shiftKey && last >= 0
      ? [Math.min(place, last), Math.max(place, last)] : [place, place];
    for (let index = from; index <= to; index += 1) mark(boxes[index], isMarked);
    last = place;
    show();
  });

  form.querySelector('[data-unmark]').addEventListener('click', () => {
    marks.clear();
    show();
    boxes[0]?.focus();
  });

  if (all) {
    all.hidden = false;
    const limit = form.querySelector('[data-mark-limit]');
    if (limit) limit.hidden = false;
    all.addEventListener('click', async () => {
      all.disabled = true;
      try {
        const answer = await fetch(people, { headers: { accept: 'text/plain' } });
        if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
        const keys = (await answer.text()).split('\n').filter(Boolean);
        for (const [index, key] of keys.entries()) {
          if (marks.size < most) marks.set(key, String(Math.floor(index / 50) + 1));
        }
        show();
      } finally {
        all.disabled = false;
      }
    });
  }

  // Those marked on other pages go along with those of this one.
  form.addEventListener('formdata', (event) => {
    event.formData.delete('person');
    for (const key of marks.keys()) event.formData.append('person', key);
  });

  show();
}
