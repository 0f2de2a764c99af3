import { useTranslations } from 'use-intl';
import { laneNotes } from '../../../../stage/lane-notes-election.ts';
import type { ElectionDetail } from '../../../../view/election.ts';
import type { LabDescriptor } from '../../../lab-frame/descriptor.ts';
import { eventsView, inspectorView, spaceTimeView, titled } from '../../../lab-frame/run-views.tsx';
import { bringMore } from '../../../sim/server-logs.ts';
import { later } from '../../../widgets/later.tsx';
import { useServerNaming } from '../../../words/naming.ts';
import { ElectionStage } from '../stage.tsx';
import { ElectionTools } from '../tools.tsx';
import { Votes } from '../votes.tsx';
import { LogsAsk, LogsReading } from './ask.tsx';
import { LogsSummary } from './summary.tsx';
import { useToldInspection } from './use-told-inspection.tsx';
import { openLogs, useLogsKey } from './open.ts';

const LogLines = later(async () => (await import('./log-lines.tsx')).LogLines);

const useLinesTitle = (): string => useTranslations('logs.view')('title');

/** Logs of real servers on the election lab's stage: they are told, and nothing can be done to them. */
export const lab: LabDescriptor = {
  id: 'logs',
  model: 'logs',
  useName: () => useTranslations('logs')('name'),
  useNaming: useServerNaming,
  presets: [],
  brought: { useKey: useLogsKey, open: openLogs, Ask: LogsAsk, Reading: LogsReading },
  Stage: ElectionStage,
  StageTools: ElectionTools,
  links: 'tcp',
  reading: { Above: LogsSummary, routine: true },
  inspector: { useInspection: useToldInspection, open: [], nobody: 'none' },
  views: [
    { id: 'votes', useTitle: titled('votes'), Panel: Votes, rooms: ['phone', 'narrow'] },
    inspectorView,
    spaceTimeView<ElectionDetail>(laneNotes),
    eventsView,
    { id: 'log-lines', useTitle: useLinesTitle, Panel: LogLines },
  ],
  takeFiles: (files) => {
    bringMore(files);
    return Promise.resolve([]);
  },
};
