import { createContext, use } from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { WhyAsked } from '../panels/inspector/inspector.tsx';
import type { UntilKind } from '../panels/run/condition.ts';
import type { SetUpProps } from '../panels/set-up/set-up.tsx';
import type { Shown } from '../sim/models.ts';
import type { Naming } from '../words/naming.ts';
import type { OwnDeedsOf } from '../panels/inspector/own-deeds.tsx';
import type { Offer } from './rest.tsx';
import type { Point, Size } from '../../stage/geometry.ts';
import type { Drawing } from '../../stage/shape.ts';
import type { LinkNature, MessageView } from '../../view/frame.ts';
import type { Preset } from '../../view/preset.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { Room } from '../browser/use-media.ts';

/** A view of the run in the dock (or in a phone's tabs). */
export interface LabView {
  readonly id: string;
  /** Its title in the reader's language; a hook. */
  readonly useTitle: () => string;
  readonly Panel: ComponentType;
  /** Only where the room is one of these. */
  readonly rooms?: readonly Room[];
}

/** What a lab tells of one of its processes, beside what every lab tells. */
export interface Inspection {
  /** What matters most of it, below its machines. */
  readonly values?: ReactNode;
  /** Deeds of the lab's own, beside the faults. */
  readonly deeds?: ReactNode;
  /** The question why something has not come yet. */
  readonly why?: WhyAsked;
}

/** The inspector of a lab. */
export interface InspectorParts {
  /** Of the selected process; a hook. */
  readonly useInspection?: (pid: Pid) => Inspection;
  /** The sections that are open from the beginning. */
  readonly open: readonly string[];
  /** Where its machines stand: several, or large ones, below what can be done to it. */
  readonly machines?: 'lead' | 'below';
  /** What to say while nothing is selected. */
  readonly nobody: 'none' | 'nobody';
}

/** The reading column of a free lab, from its top. */
export interface ReadingParts {
  /** The dialog that makes another run of this one. */
  readonly SetUp?: ComponentType<SetUpProps>;
  /** Faults beside "start all". */
  readonly Faults?: ComponentType;
  /** Above and below how far to run it. */
  readonly Above?: ComponentType;
  readonly Below?: ComponentType;
  /** What it can be run until; a hook. */
  readonly useUntil?: () => readonly UntilKind[];
  /** It has pings and the like, which can be shown. */
  readonly routine: boolean;
}

/** What a lab shows that has no runs of its own: files of the reader's. */
export interface Brought {
  /** Stands for what is there; null: nothing is. A hook. */
  readonly useKey: () => string | null;
  /** Shows it. */
  readonly open: () => Promise<unknown>;
  /** The page that asks for it, and what stands there while it is read. */
  readonly Ask: ComponentType;
  readonly Reading: ComponentType;
}

/** Something else than the run on screen, in its timeline's place. */
export interface InTimeline {
  readonly draw: (size: Size) => Drawing;
  /** What it says of itself; left out: where the run stands. */
  readonly text?: string;
  /** Somebody pressed it there. */
  readonly press: (at: Point, size: Size) => void;
  /** It is the run itself that is shown: what is pressed can be dragged. */
  readonly drags?: true;
  /** Somebody goes on in the run itself. */
  readonly leave?: () => void;
}

/** Everything that makes one lab; the frame round it knows nothing else. */
export interface LabDescriptor {
  readonly id: string;
  readonly model: Shown;
  /** Its name in the reader's language; a hook. */
  readonly useName: () => string;
  /** What it calls its processes; a hook. */
  readonly useNaming: () => Naming;
  /** What the free lab offers to begin with; it opens with the first. None: something is brought. */
  readonly presets: readonly Preset[];
  readonly brought?: Brought;
  /** The drawing; `clean`: for a projector. */
  readonly Stage: ComponentType<{ clean: boolean }>;
  /** For a room: a figure of what decided, below the explanation. */
  readonly Because?: ComponentType;
  /** Buttons at the stage's lower edge (on a phone beside the text). */
  readonly StageTools: ComponentType;
  /** What its links lose and repeat. */
  readonly links: LinkNature;
  /** Dialogs of its own, beside the selected link's. */
  readonly Dialogs?: ComponentType;
  /** What a person would do next where playing has come to rest; a hook. Left out: nothing. */
  readonly useOffers?: () => readonly Offer[];
  /** What can be done to its processes in it alone; a hook. Left out: nothing. */
  readonly useDeeds?: () => OwnDeedsOf;
  /** The same of the selected message, beside it on the stage; null where there is nothing. */
  readonly MessageActs?: ComponentType<{ readonly message: MessageView }>;
  /** The moment of the run from which it counts times; left out: the run's beginning. A hook. */
  readonly useZero?: () => Micros;
  /** What stands in the timeline's place now; null: the timeline itself. A hook. */
  readonly useTimeline?: () => InTimeline | null;
  readonly reading: ReadingParts;
  readonly inspector: InspectorParts;
  readonly views: readonly LabView[];
  /** Those of them that for a room are parts of the stage itself. */
  readonly onCleanStage?: readonly string[];
  /** Takes files that were dropped on it; gives back those that mean nothing to it. */
  readonly takeFiles?: (files: readonly File[]) => Promise<readonly File[]>;
}

export const LabContext = createContext<LabDescriptor | null>(null);

/** The lab whose frame this stands in. */
export const useLabShown = (): LabDescriptor => {
  const lab = use(LabContext);
  if (lab === null) throw new TypeError('this stands in no lab');
  return lab;
};
