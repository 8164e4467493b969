// Votes of a meeting that wait to be sent: kept on the device from the button on, sent in their order under a name of
// their own, which the server takes once however often it comes. One that the server will never take is given back,
// with its reason, to whoever recorded it.
export const none = () => ({ waiting: [], refused: [] });

// A vote as its form had it: where it goes, what it is about, and its fields.
export const put = (state, vote) => ({ ...state, waiting: [...state.waiting, vote] });

// What is to be sent now: the first that waits, under the name it was put in with; null for nothing.
export const next = (state) => state.waiting[0] ?? null;

// The server has it, whether this answer is the first or not.
export const answered = (state, name) => ({ ...state, waiting: state.waiting.filter((each) => each.name !== name) });

// The server will never take it as it is.
export function refused(state, name, why) {
  const vote = state.waiting.find((each) => each.name === name);
  return vote ? { ...answered(state, name), refused: [...state.refused, { ...vote, why }] } : state;
}

// Whoever recorded it takes it back, to mend it or to let it be.
export const dropped = (state, name) => ({ ...state, refused: state.refused.filter((each) => each.name !== name) });
