/** The hatching of paused servers; the same as `HATCH` of the stage's SVG files. */
export const Hatch = () => (
  <defs>
    <pattern
      id="hatch"
      width="7"
      height="7"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path d="M0 0V7" style={{ stroke: 'var(--crashed)', strokeWidth: 2.2, opacity: 0.65 }} />
    </pattern>
  </defs>
);
