import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { LabDescriptor } from './descriptor.ts';
import { Happened } from './happened.tsx';

/** The reading column: the text above, what just happened, the inspector below if it is here. */
export const Reading = (props: {
  lab: LabDescriptor;
  /** The lesson's panel; without one the lab's own. */
  text: ReactNode | null;
  withInspector: boolean;
}) => {
  const t = useTranslations('lab');
  return (
    <aside className="reading" aria-label={t('reading')}>
      <div className="reading-text">{props.text ?? <props.lab.Reading />}</div>
      <Happened />
      {props.withInspector && (
        <div className="reading-inspector">
          <props.lab.Inspector />
        </div>
      )}
    </aside>
  );
};
