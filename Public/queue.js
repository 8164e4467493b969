// Marks of a roll call that wait to be sent: kept until the server has them, sent again as they were, never doubled.
//
// A tap says what it was made over. Taps wait together; what is being sent is a batch with a name of its own, and is
// sent again under that name until an answer comes, so that the server records it once. While a batch is under way
// new taps wait for the next. What the server then says is what is so; where it is not what was tapped, somebody else
// has said otherwise, and whoever tapped decides.
export const empty = () => ({ known: {}, entry: 0, waiting: {}, batch: null, conflicts: {} });

// What a page says, which may be older than what was heard since: a page that was kept for want of a network is.
export function opened(state, known, entry) {
  return entry >= state.entry ? { ...state, known, entry } : state;
}

// A tap: over what the server was last known to have, or over what is on its way to it.
export function tap(state, person, mark, reason) {
  const under = state.batch?.taps[person]?.mark ?? state.known[person] ?? '';
  const saw = state.waiting[person]?.saw ?? under;
  const { [person]: gone, ...conflicts } = state.conflicts;
  return { ...state, conflicts, waiting: { ...state.waiting, [person]: { mark, reason: reason ?? '', saw } } };
}

// What is to be sent now: the batch that had no answer, else what waits, under a new name; null for nothing.
export function next(state, name) {
  if (state.batch) return state;
  if (Object.keys(state.waiting).length === 0) return state;
  return { ...state, waiting: {}, batch: { name, taps: state.waiting } };
}

// The server's answer to the batch: the marks as they are now, and the last entry that made them so.
export function answered(state, known, entry = state.entry) {
  const conflicts = { ...state.conflicts };
  for (const [person, sent] of Object.entries(state.batch?.taps ?? {})) {
    if (state.waiting[person]) continue;
    if (known[person] !== sent.mark) conflicts[person] = { mine: sent.mark, reason: sent.reason, theirs: known[person] ?? '' };
    else delete conflicts[person];
  }
  // A tap made while the batch was on its way was made over it: where the batch was not taken, it is over what is.
  const waiting = {};
  for (const [person, tapped] of Object.entries(state.waiting)) {
    const sent = state.batch?.taps[person];
    if (sent && known[person] !== sent.mark) conflicts[person] = { mine: tapped.mark, reason: tapped.reason, theirs: known[person] ?? '' };
    else waiting[person] = tapped;
  }
  return { known, entry, waiting, batch: null, conflicts };
}

// The server will never take the batch: what was in it is given back to whoever tapped.
export function refused(state) {
  const conflicts = { ...state.conflicts };
  for (const [person, sent] of Object.entries(state.batch?.taps ?? {})) {
    conflicts[person] = { mine: sent.mark, reason: sent.reason, theirs: state.known[person] ?? '' };
  }
  return { ...state, batch: null, conflicts };
}

// What the page shows for a person: what was tapped last, whether it has arrived or not.
export function shown(state, person) {
  return state.waiting[person]?.mark ?? state.batch?.taps[person]?.mark ?? state.known[person] ?? '';
}

export const count = (state) => Object.keys(state.waiting).length + Object.keys(state.batch?.taps ?? {}).length;
