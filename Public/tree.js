// The tree by arrow keys: up and down along what is shown, right into a unit, left to the one above.
for (const tree of document.querySelectorAll('[data-tree]')) {
  const links = [...tree.querySelectorAll('a')];
  const current = links.find((link) => link.hasAttribute('aria-current')) ?? links[0];
  for (const link of links) link.tabIndex = link === current ? 0 : -1;
  // Where the tree scrolls by itself, the current unit stands in its middle; the page stays put.
  if (current) {
    const away = current.getBoundingClientRect().top - tree.getBoundingClientRect().top;
    tree.scrollTop = away - tree.clientHeight / 2;
  }

  const move = (from, to) => {
    if (!to) return;
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  };

  tree.addEventListener('keydown', (event) => {
    const link = event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
    const place = links.indexOf(link);
    const above = link.parentElement.parentElement.closest('li')?.querySelector('a');
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = document.documentElement.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    switch (event.key) {
      case 'ArrowDown': move(link, links[place + 1]); break;
      case 'ArrowUp': move(link, links[place - 1]); break;
      case 'Home': move(link, links[0]); break;
      case 'End': move(link, links.at(-1)); break;
      case backward: move(link, above); break;
      case forward:
        // A unit whose units are shown is entered; one whose units are not shown is opened.
        if (link.classList.contains('open')) move(link, links[place + 1]);
        else if (link.classList.contains('closed')) link.click();
        break;
      default: return;
    }
    event.preventDefault();
  });
}
