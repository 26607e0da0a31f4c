// Posts to measure on: invented sentences, put together anew for every number, so that no two texts are alike and no
// cache helps anyone. The same number always gives the same text.

const SUBJECTS = [
  "our clinic", "the pharmacy on Main Street", "the night team", "a nurse on the third floor", "the front desk", "our physical therapists",
  "the vaccination bus", "the dietitian", "our new midwife", "the waiting room", "the lab", "the practice manager", "our volunteers",
  "the pediatric team", "the hygienist",
];
const DEEDS = [
  "opened its doors earlier", "answered forty calls before noon", "learned something about patience", "moved the flu shots to Friday",
  "baked a cake for the porters", "wrote a short guide to sleeping better", "asked for your questions", "repainted the hallway",
  "counted every last mask", "planned the spring walk", "tried a new way of booking", "thanked the drivers", "checked the freezer twice",
  "held a class on reading food labels", "tested the alarm at dawn",
];
const ENDINGS = [
  "and nobody minded the rain", "because small things add up", "so come by when it suits you", "while the coffee machine gave up",
  "and the photos will follow", "which took longer than we thought", "before the holiday weekend", "with a little help from the neighbors",
  "and we would do it again", "after three quiet weeks", "although parking stays difficult", "as the leaves came down",
];
// A post of a real account has something to find now and then; so have these.
const SPICE = [
  "Results guaranteed in two weeks!", "Use my code GLOW20 at the till.", "This tea cures everything, they say.",
  "Call 212-555-0142 for an appointment.", "Our 100% safe treatment is back. 🎉", "We were so glad to see Mrs. Example again last Tuesday.",
  "BOOK NOW AND SAVE BIG", "#health #wellness #care #love #monday #clinic",
];
const CONNECTORS = ["Today", "This week", "Once more", "On Monday", "After lunch", "Between two storms", "For the first time", "Quietly", "As always"];

/** A text of about `length` UTF-16 units. */
export function text(number, length = 2800) {
  const random = generator(number + 1);
  const pick = (list) => list[Math.floor(random() * list.length)];
  let out = "";
  while (out.length < length) {
    const sentence =
      random() < 0.06 ? pick(SPICE) : `${pick(CONNECTORS)} ${pick(SUBJECTS)} ${pick(DEEDS)}, ${pick(ENDINGS)}${random() < 0.1 ? " 😊" : ""}.`;
    out += sentence + (random() < 0.15 ? "\n\n" : " ");
  }
  return out.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}

// Mulberry32: small, and good enough to shuffle sentences.
function generator(seed) {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
