import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useOneStop } from '../../widgets/use-one-stop.ts';

/** `Step 3 of 7` with a bar for each step; a bar jumps to its step, or repeats the present one. */
export const StepBars = (props: {
  count: number;
  index: number;
  onGoTo: (index: number) => void;
}) => {
  const t = useTranslations('panels.lesson');
  const { count, index, onGoTo } = props;
  const id = useId();
  const { stop, row } = useOneStop(count, index);
  return (
    <div className="steps">
      <span id={id}>{t('step', { step: String(index + 1), steps: String(count) })}</span>
      {/* The buttons in it have the focus; it hears their arrows. */}
      <div role="toolbar" aria-labelledby={id} {...row}>
        <ol>
          {Array.from({ length: count }, (_, at) => (
            <li key={at}>
              <button
                type="button"
                {...stop(at)}
                className={at < index ? 'done' : at === index ? 'now' : ''}
                aria-label={t(at === index ? 'repeat' : 'goTo', { step: String(at + 1) })}
                title={t(at === index ? 'repeat' : 'goTo', { step: String(at + 1) })}
                aria-current={at === index ? 'step' : undefined}
                onClick={() => onGoTo(at)}
              />
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
};
