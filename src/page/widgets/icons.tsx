import type { ReactNode } from 'react';

const icon = (content: ReactNode) => (
  <svg className="ic" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    {content}
  </svg>
);

/** The transport's icons, drawn with the same strokes as the stage. */
export const icons = {
  restart: icon(<path d="M5 10a5.5 5.5 0 1 0 1.7-4M6.5 2.6V6h3.4" className="ln" />),
  back: icon(
    <>
      <path d="M13.5 4.5L7 10l6.5 5.5Z" />
      <path d="M5.2 4.5v11" className="ln" />
    </>,
  ),
  play: icon(<path d="M6 3.8L16 10 6 16.2Z" />),
  pause: icon(<path d="M5.5 4h3.2v12H5.5ZM11.3 4h3.2v12h-3.2Z" />),
  forward: icon(
    <>
      <path d="M6.5 4.5L13 10l-6.5 5.5Z" />
      <path d="M14.8 4.5v11" className="ln" />
    </>,
  ),
  next: icon(
    <>
      <path d="M3.5 4.5L9 10l-5.5 5.5ZM9.5 4.5L15 10l-5.5 5.5Z" />
      <path d="M16.5 4.5v11" className="ln" />
    </>,
  ),
  undo: icon(<path d="M7.5 4L4 7.5 7.5 11M4.5 7.5H12a4 4 0 0 1 0 8H8" className="ln" />),
  redo: icon(<path d="M12.5 4L16 7.5 12.5 11M15.5 7.5H8a4 4 0 0 0 0 8h4" className="ln" />),
  eye: icon(
    <>
      <path d="M2 10Q10 2 18 10Q10 18 2 10Z" className="ln" />
      <circle cx="10" cy="10" r="2.6" />
    </>,
  ),
  check: (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path
        d="M2 7.5L5.5 11 12 3.5"
        style={{ fill: 'none', stroke: 'var(--leading)', strokeWidth: 2.2 }}
      />
    </svg>
  ),
  broken: (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path
        d="M2.5 2.5l9 9m0-9l-9 9"
        style={{ fill: 'none', stroke: 'var(--violation)', strokeWidth: 2.4 }}
      />
    </svg>
  ),
  large: icon(<path d="M3 7.5V3h4.5M12.5 3H17v4.5M17 12.5V17h-4.5M7.5 17H3v-4.5" className="ln" />),
  down: icon(<path d="M5 7.5l5 5 5-5" className="ln" />),
  up: icon(<path d="M5 12.5l5-5 5 5" className="ln" />),
} as const;
