// What anybody would write first: every message an element of React, drawn anew in every animation frame.
// Bundled into a page of its own by `playing-page.mjs`, to compare the stage with.
import { createElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * @typedef {{ id: number, from: number, to: number, leftAt: number, arrivesAt: number, label: string }} Message
 * @typedef {{ messages: readonly Message[], pids: readonly number[], time: number, rate: number }} Crowd what
 *   is under way at virtual time `time`, µs, and how many of these pass in a second
 */

const SIZE = { width: 976, height: 482 };

/** @param {Crowd} crowd */
const seatsOf = ({ pids }) =>
  new Map(
    pids.map((pid, i) => {
      const angle = (2 * Math.PI * i) / pids.length;
      const x = SIZE.width / 2 + 200 * Math.cos(angle);
      return /** @type {const} */ ([pid, { x, y: SIZE.height / 2 + 200 * Math.sin(angle) }]);
    }),
  );

/** @param {{ crowd: Crowd }} props */
const Stage = ({ crowd }) => {
  const [seats] = useState(() => seatsOf(crowd));
  const [now, setNow] = useState(crowd.time);
  useEffect(() => {
    const began = performance.now();
    let asked = 0;
    /** @param {number} at */
    const tick = (at) => {
      setNow(crowd.time + ((at - began) / 1000) * crowd.rate);
      asked = requestAnimationFrame(tick);
    };
    asked = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(asked);
  }, [crowd]);
  const slips = crowd.messages.map(({ id, from, to, leftAt, arrivesAt, label }) => {
    const [a, b] = [seats.get(from), seats.get(to)];
    if (a === undefined || b === undefined) return null;
    const part = Math.min(1, Math.max(0, (now - leftAt) / Math.max(1, arrivesAt - leftAt)));
    const transform = `translate(${a.x + part * (b.x - a.x)} ${a.y + part * (b.y - a.y)})`;
    return createElement(
      'g',
      { key: id, transform },
      createElement('rect', { x: -9, y: -6, width: 18, height: 12, rx: 2, fill: '#469' }),
      createElement('text', { y: 3, fontSize: 8, textAnchor: 'middle', fill: '#fff' }, label),
    );
  });
  return createElement('svg', { viewBox: `0 0 ${SIZE.width} ${SIZE.height}` }, slips);
};

Object.assign(window, {
  /** @param {Crowd} crowd */
  drawNaively: (crowd) => createRoot(document.body).render(createElement(Stage, { crowd })),
});
