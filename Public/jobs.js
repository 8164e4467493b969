// Long work: how far it is, asked for every two seconds; when it is over, the page with what came of it.
for (const part of document.querySelectorAll('[data-progress]')) {
  for (const link of document.querySelectorAll('[data-without-script]')) link.hidden = true;
  const ask = async () => {
    if (document.hidden) return;
    const answer = await fetch(part.dataset.progress).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const text = await answer.text();
    if (text !== part.innerHTML) part.innerHTML = text;
    if (part.querySelector('[data-over]')) window.location.reload();
  };
  setInterval(ask, 2000);
}
