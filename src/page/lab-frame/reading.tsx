import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PanelBoundary } from '../widgets/panel-boundary.tsx';
import { Beginnings } from './beginnings.tsx';
import type { LabDescriptor } from './descriptor.ts';
import { FreeReading } from './free-reading.tsx';
import { LabInspector } from './inspector.tsx';
import { Happened } from './happened.tsx';
import { Moment } from './moment.tsx';
import './reading.css';

/** The reading column: a lesson's text or what just happened, then the inspector if it is here. */
export const Reading = (props: {
  lab: LabDescriptor;
  /** The lesson's panel; without one the lab's own. */
  text: ReactNode | null;
  withInspector: boolean;
}) => {
  const t = useTranslations('lab');
  return (
    <aside
      className={props.text === null ? 'reading' : 'reading reading-lesson'}
      aria-label={t('reading')}
    >
      {props.text === null && (
        <div className="told">
          <Moment />
          <Happened lead />
        </div>
      )}
      {props.text === null ? (
        <div className="reading-text">
          <Beginnings lab={props.lab} />
          <PanelBoundary>
            <FreeReading />
          </PanelBoundary>
        </div>
      ) : (
        <div className="reading-step">
          <div className="reading-text">
            <PanelBoundary>{props.text}</PanelBoundary>
          </div>
          <Happened />
        </div>
      )}
      {props.withInspector && (
        <div className="reading-inspector">
          <PanelBoundary>
            <LabInspector />
          </PanelBoundary>
        </div>
      )}
    </aside>
  );
};
