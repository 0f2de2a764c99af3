import { useEffect, useMemo, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { togglePlay } from '../sim/actions.ts';
import { beginCounting } from '../panels/lesson/hand-count.tsx';
import { chooseInRoom, goOnInRoom } from '../sim/room.ts';
import { isThere } from '../sim/session.ts';
import { useSim } from '../sim/store.ts';
import { Button } from '../widgets/button.tsx';
import { PanelBoundary } from '../widgets/panel-boundary.tsx';
import type { Micros } from '../../view/time.ts';
import { NamingContext } from '../words/naming.ts';
import { ZeroContext } from '../words/zero.ts';
import { Branches } from './branches.tsx';
import { Beginnings } from './beginnings.tsx';
import type { LabDescriptor } from './descriptor.ts';
import { LabContext } from './descriptor.ts';
import { FreeReading } from './free-reading.tsx';
import { LabInspector } from './inspector.tsx';
import { useViewTabs, Views } from './dock.tsx';
import { HappenedHeard, HappenedSeen, SentenceBesides } from './happened.tsx';
import { icons } from '../widgets/icons.tsx';
import { useKeys } from './keys.ts';
import './lab.css';
import { Moment, Skipping } from './moment.tsx';
import { LeadContext, useOpeningLead } from './lead.ts';
import { withoutLogs } from '../share/dropped-logs.ts';
import { openFile } from '../share/open-run.ts';
import { OwnDeedsContext } from '../panels/inspector/own-deeds.tsx';
import type { OwnDeedsOf } from '../panels/inspector/own-deeds.tsx';
import { SelectedLink } from './selected-link.tsx';
import { BesideMessages } from './messages.tsx';
import { PhoneLab } from './phone-lab.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import type { Projected } from './projector.tsx';
import { Reading } from './reading.tsx';
import { Rest } from './rest.tsx';
import { TopBar } from './top-bar.tsx';
import { UndoButtons, UndoTold } from './undo-buttons.tsx';
import { useRoom } from '../browser/use-media.ts';
import { WideLab } from './wide-lab.tsx';
import { WorkerFailure } from './worker-failure.tsx';
import { DialogComing } from '../widgets/dialog-coming.tsx';
import { fetchParts, later } from '../widgets/later.tsx';

const Projector = later(async () => (await import('./projector.tsx')).Projector);
const ShareDialog = later(async () => (await import('./share-dialog.tsx')).ShareDialog, {
  Coming: DialogComing,
});
const KeysDialog = later(async () => (await import('./keys-dialog.tsx')).KeysDialog, {
  Coming: DialogComing,
});

interface LabProps {
  lab: LabDescriptor;
  crumbs: readonly string[];
  /** The lesson's text, in a lesson. */
  text: ReactNode | null;
  /** The lesson's step for a room. */
  projected?: Projected | null;
  /** Begins again from nothing, after the worker has died. */
  onRestart: () => void;
}

/** The frame of every lab; everything in it, the titles of its views too, calls processes as the lab does. */
export const Lab = (props: LabProps) => (
  <LabContext value={props.lab}>
    <NamingContext value={props.lab.useNaming()}>
      <LeadContext value={useOpeningLead(props.lab.model)}>
        <WithOwnDeeds lab={props.lab}>
          <WithZero lab={props.lab}>
            <LabFrame {...props} />
          </WithZero>
        </WithOwnDeeds>
      </LeadContext>
    </NamingContext>
  </LabContext>
);

const NONE: OwnDeedsOf = () => [];
const useNone = (): OwnDeedsOf => NONE;

const WithOwnDeeds = ({ lab, children }: { lab: LabDescriptor; children: ReactNode }) => {
  // The same one for as long as the lab is there.
  const { useDeeds = useNone } = lab;
  return <OwnDeedsContext value={useDeeds()}>{children}</OwnDeedsContext>;
};

const useBeginning = (): Micros => 0;

const WithZero = ({ lab, children }: { lab: LabDescriptor; children: ReactNode }) => {
  // The same one for as long as the lab is there.
  const { useZero = useBeginning } = lab;
  return <ZeroContext value={useZero()}>{children}</ZeroContext>;
};

const LabFrame = (props: LabProps) => {
  const { lab, text } = props;
  const t = useTranslations('lab');
  const room = useRoom();
  const failed = useSim((s) => s.status === 'failed');
  const [dialog, setDialog] = useState<'share' | 'keys' | null>(null);
  const [clean, setClean] = useState(false);
  const keys = useMemo(
    () => ({
      stage: () => setClean((on) => !on),
      help: () => setDialog('keys'),
      leave: () => setClean(false),
      hands: () => {
        if (clean) beginCounting();
      },
      goOn: () => (clean ? void goOnInRoom() : togglePlay()),
      digit: (digit: number) => {
        if (clean) chooseInRoom(digit);
      },
    }),
    [clean],
  );
  useKeys(keys);
  useEffect(() => fetchParts(isThere()), []);

  const phone = room === 'phone' || room === 'narrow';
  const step = useSim((s) => s.lesson?.steps[s.lesson.index]);
  const exhibit = step?.exhibit?.kind;
  const Exhibit = lab.views.find(({ id }) => id === exhibit)?.Panel;
  const InRoom = lab.views.find(
    // What belongs to the stage where there is room is there for a room too.
    ({ id, rooms }) =>
      id === exhibit && rooms === undefined && lab.onCleanStage?.includes(id) !== true,
  )?.Panel;
  const all = useViewTabs(lab.views, room);
  // In one column the step's figure stands below its words, not instead of them.
  const tabs = phone ? all.filter(({ id }) => id !== exhibit) : all;
  const reading = (withInspector: boolean) => (
    <Reading lab={lab} text={text} withInspector={withInspector} />
  );
  const first = {
    id: 'reading',
    title: t(text === null ? 'view.run' : 'view.lesson'),
    content: (
      <>
        <PanelBoundary>{text}</PanelBoundary>
        {Exhibit !== undefined && (
          <PanelBoundary>
            <Exhibit />
          </PanelBoundary>
        )}
        {text === null ? (
          <div className="told">
            <Moment />
            <HappenedSeen />
          </div>
        ) : (
          <HappenedSeen />
        )}
        <Rest useOffers={lab.useOffers} />
        {text === null && <Beginnings lab={lab} />}
        <div className="row phone-tools">
          <lab.StageTools />
          <UndoButtons />
          <Branches />
        </div>
        {text === null && (
          <PanelBoundary>
            <FreeReading />
          </PanelBoundary>
        )}
      </>
    ),
  };

  const stage = failed ? (
    <WorkerFailure onRestart={props.onRestart} />
  ) : (
    <section className="stage" aria-label={t('stage')}>
      <PanelBoundary>
        <lab.Stage clean={clean} />
      </PanelBoundary>
      <UndoTold />
      <Skipping />
      {!clean && !phone && <Rest useOffers={lab.useOffers} />}
      {!clean && !phone && (
        <div className="stage-tools">
          <lab.StageTools />
          <Button
            kind="icon"
            aria-label={t('clean.enter')}
            title={t('clean.enter')}
            onPress={keys.stage}
          >
            {icons.large}
          </Button>
        </div>
      )}
    </section>
  );

  return (
    <div className={`lab lab-${room}`} {...dropTarget(lab)}>
      {clean ? (
        <Projector
          title={props.crumbs.at(-1) ?? ''}
          stage={stage}
          view={
            InRoom === undefined ? null : (
              <PanelBoundary>
                <InRoom />
              </PanelBoundary>
            )
          }
          step={props.projected ?? null}
          because={lab.Because === undefined ? null : <lab.Because />}
          onLeave={() => setClean(false)}
        />
      ) : (
        <>
          <TopBar
            crumbs={props.crumbs}
            onShare={() => setDialog('share')}
            onKeys={() => setDialog('keys')}
          />
          <main className="lab-main">
            <ProblemNotice />
            {phone ? (
              <>
                <HappenedHeard />
                <PhoneLab
                  stage={stage}
                  sentence={<SentenceBesides tabs={tabs} />}
                  views={<Views tabs={[first, ...tabs]} />}
                />
              </>
            ) : (
              <WideLab
                reading={reading(room === 'usual')}
                stage={stage}
                views={<Views tabs={tabs} />}
                unfoldFor={exhibit === undefined ? null : (step?.id ?? null)}
                inspector={
                  room === 'wide' ? (
                    <aside className="beside" aria-label={t('inspectorColumn')}>
                      <PanelBoundary>
                        <LabInspector />
                      </PanelBoundary>
                      {lab.views.some(({ id }) => id === 'messages') && (
                        <PanelBoundary>
                          <BesideMessages />
                        </PanelBoundary>
                      )}
                    </aside>
                  ) : null
                }
              />
            )}
          </main>
        </>
      )}
      <PanelBoundary>
        <SelectedLink nature={lab.links} />
        {lab.Dialogs !== undefined && <lab.Dialogs />}
      </PanelBoundary>
      {dialog === 'share' && (
        <ShareDialog
          lab={lab.id}
          title={props.crumbs.at(-1) ?? ''}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'keys' && <KeysDialog onClose={() => setDialog(null)} />}
    </div>
  );
};

/** Files may be dropped anywhere on the lab: those that it knows of its own, and a scenario. */
const dropTarget = (lab: LabDescriptor) => ({
  onDragOver: (event: DragEvent): void => {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault();
  },
  onDrop: (event: DragEvent): void => {
    const files = [...event.dataTransfer.files];
    if (files.length === 0) return;
    event.preventDefault();
    void openDropped(files, lab);
  },
});

const openDropped = async (
  files: readonly File[],
  { brought, takeFiles }: LabDescriptor,
): Promise<void> => {
  const rest = brought === undefined ? await withoutLogs(files) : files;
  const [file] = (await takeFiles?.(rest)) ?? rest;
  if (file !== undefined) await openFile(file);
};
