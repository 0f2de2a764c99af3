import { useTranslations } from 'use-intl';
import { askedText, markAt, markOf, outcomeText } from '../../../stage/cap/marks.ts';
import type { CapRequestView } from '../../../view/cap.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useSaying } from '../../words/use-saying.ts';

/** From one mark to the next, and their height, drawing units. */
const EACH = 17;
const CLOSE = 14;
const HEIGHT = 17;
/** More than these stand closer. */
const FEW = 5;
/** More are counted, not drawn. */
const MOST = 10;

interface OutcomeMarksProps {
  requests: readonly CapRequestView[];
  /** They have not been played. */
  notRun: boolean;
  unguessed: ReadonlySet<number>;
}

/** What became of each request: marks in a row, which can be counted. */
export const OutcomeMarks = ({ requests, notRun, unguessed }: OutcomeMarksProps) => {
  const t = useTranslations('cap.panel');
  const words = useSaying('cap.stage');
  if (requests.length === 0) return <span className="i3">–</span>;
  const shown = requests.slice(-MOST);
  const each = shown.length > FEW ? CLOSE : EACH;
  const kind = (one: CapRequestView) =>
    notRun ? 'to-come' : unguessed.has(one.number) ? 'hidden' : markOf(one);
  const label = notRun
    ? t('notRun')
    : shown
        .map((one) =>
          unguessed.has(one.number)
            ? `${askedText(one, words, true)}: ?`
            : `${askedText(one, words)}: ${outcomeText(one, words)}`,
        )
        .join('; ');
  return (
    <span className="outcome-marks" role="img" aria-label={label} title={label}>
      {requests.length > MOST && (
        <span className="i2">{t('more', { count: String(requests.length - MOST) })}</span>
      )}
      <span style={{ width: `calc(${shown.length * each}px * var(--scale))` }}>
        <DrawingView
          drawing={{
            width: shown.length * each,
            height: HEIGHT,
            shapes: shown.map((one, i) =>
              markAt(kind(one), (i + 0.5) * each, HEIGHT / 2, `request-${one.number}`),
            ),
          }}
        />
      </span>
    </span>
  );
};
