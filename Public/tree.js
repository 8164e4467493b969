// The tree: a branch opens in its place and is open again the next time; arrow keys walk along what is shown.
const shelf = 'chibo.tree';
const most = 200;

const remembered = () => {
  try { return JSON.parse(localStorage.getItem(shelf)) ?? []; } catch { return []; }
};
const remember = (unit, isOpen) => {
  const units = remembered().filter((one) => one !== unit);
  if (isOpen) units.push(unit);
  // A device that keeps nothing still opens branches.
  try { localStorage.setItem(shelf, JSON.stringify(units.slice(-most))); } catch { /* nothing is kept */ }
};

for (const tree of document.querySelectorAll('[data-tree]')) {
  const item = (element) => element.closest('li');
  const branch = (twig) => item(twig).querySelector(':scope > ul');
  const places = () => [...tree.querySelectorAll('a.place')].filter((place) => !place.closest('ul[hidden]'));
  const twigOf = (place) => item(place).querySelector(':scope > .bough > .twig[data-branch]');

  const say = (twig, isOpen) => {
    twig.classList.toggle('open', isOpen);
    twig.classList.toggle('closed', !isOpen);
    twig.setAttribute('aria-expanded', String(isOpen));
  };

  // With script, what opens a branch is a button; the arrow keys reach it, so that Tab passes the tree at once.
  const prepare = (part) => {
    for (const twig of part.querySelectorAll('.twig[data-branch]')) {
      twig.setAttribute('role', 'button');
      twig.tabIndex = -1;
      if (twig.dataset.name) twig.setAttribute('aria-label', twig.dataset.name);
      twig.setAttribute('aria-expanded', String(twig.classList.contains('open')));
    }
    for (const place of part.querySelectorAll('a.place')) place.tabIndex = -1;
  };

  const show = async (twig) => {
    const below = branch(twig);
    if (below) {
      below.hidden = false;
    } else {
      if (twig.dataset.waiting) return;
      twig.dataset.waiting = 'yes';
      try {
        const answer = await fetch(twig.dataset.branch);
        // Somebody whose sign-in has ended is led to the page itself, which asks for it.
        if (!answer.ok || answer.redirected) return location.assign(item(twig).querySelector('a.place').href);
        item(twig).insertAdjacentHTML('beforeend', await answer.text());
        prepare(branch(twig));
      } catch {
        return;
      } finally {
        delete twig.dataset.waiting;
      }
    }
    say(twig, true);
  };

  const toggle = async (twig, isOpen) => {
    remember(item(twig).dataset.unit, isOpen);
    if (isOpen) return show(twig);
    branch(twig).hidden = true;
    say(twig, false);
  };

  const restore = async () => {
    const open = new Set(remembered());
    for (let found = true; found;) {
      const twigs = [...tree.querySelectorAll('.twig.closed[data-branch]')];
      const wanted = twigs.filter((twig) => open.delete(item(twig).dataset.unit));
      found = wanted.length > 0;
      await Promise.all(wanted.map(show));
    }
  };

  prepare(tree);
  const current = tree.querySelector('[aria-current]') ?? tree.querySelector('a.place');
  if (current) current.tabIndex = 0;
  // Where the tree scrolls by itself, the current unit stands in its middle; the page stays put.
  const centre = () => {
    if (!current) return;
    const away = current.getBoundingClientRect().top - tree.getBoundingClientRect().top + tree.scrollTop;
    tree.scrollTop = away - tree.clientHeight / 2;
  };
  centre();
  restore().then(centre);

  const move = (from, to) => {
    if (!to) return;
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  };

  tree.addEventListener('click', (event) => {
    const twig = event.target.closest('.twig[data-branch]');
    if (!twig || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    toggle(twig, !twig.classList.contains('open'));
  });

  tree.addEventListener('keydown', (event) => {
    const place = event.target.closest('li')?.querySelector(':scope > .bough > a.place');
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
    const shown = places();
    const at = shown.indexOf(place);
    const twig = twigOf(place);
    const isOpen = twig?.classList.contains('open');
    const rtl = document.documentElement.dir === 'rtl';
    switch (event.key) {
      case 'ArrowDown': move(place, shown[at + 1]); break;
      case 'ArrowUp': move(place, shown[at - 1]); break;
      case 'Home': move(place, shown[0]); break;
      case 'End': move(place, shown.at(-1)); break;
      case rtl ? 'ArrowRight' : 'ArrowLeft':
        // An open branch closes; from a closed one the way leads to the unit above.
        if (isOpen) toggle(twig, false);
        else move(place, item(place).parentElement.closest('li')?.querySelector('a.place'));
        break;
      case rtl ? 'ArrowLeft' : 'ArrowRight':
        if (isOpen) move(place, shown[at + 1]);
        else if (twig) toggle(twig, true);
        break;
      default: return;
    }
    event.preventDefault();
  });
}
