// Marked rows: their tone, their number, and the range from the last marked one with Shift.
for (const form of document.querySelectorAll('form.roll')) {
  const boxes = [...form.querySelectorAll('[data-rows] [type="checkbox"]')];
  const parts = form.querySelectorAll('[data-marked]');
  const count = form.querySelector('[data-marked-count]');
  let last = -1;

  const show = () => {
    const marked = boxes.filter((box) => box.checked).length;
    for (const box of boxes) box.closest('tr').classList.toggle('marked', box.checked);
    for (const part of parts) part.hidden = marked === 0;
    form.querySelector('.table-foot').classList.toggle('marking', marked > 0);
    count.textContent = marked;
  };

  form.addEventListener('click', (event) => {
    const place = boxes.indexOf(event.target);
    if (place < 0) return;
    if (event.shiftKey && last >= 0) {
      const [from, to] = [Math.min(place, last), Math.max(place, last)];
      for (let index = from; index <= to; index += 1) boxes[index].checked = event.target.checked;
    }
    last = place;
    show();
  });

  // Without script the export of marked rows is a button that is always there.
  show();
}
