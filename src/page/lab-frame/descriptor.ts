import type { ComponentType } from 'react';
import type { Model } from '../sim/models.ts';
import type { Naming } from '../words/naming.ts';
import type { OwnDeedsOf } from '../panels/own-deeds.ts';
import type { Offer } from './rest.tsx';
import type { Drawing } from '../../stage/shape.ts';
import type { Preset } from '../../view/preset.ts';
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

/** Everything that makes one lab; the frame round it knows nothing else. */
export interface LabDescriptor {
  readonly id: string;
  readonly model: Model;
  /** Its name in the reader's language; a hook. */
  readonly useName: () => string;
  /** What it calls its processes; a hook. */
  readonly useNaming: () => Naming;
  /** What the free lab offers to begin with; it opens with the first. */
  readonly presets: readonly [Preset, ...(readonly Preset[])];
  /** The presets in small, by their ids. */
  readonly presetPictures: () => Promise<Readonly<Record<string, Drawing>>>;
  /** The drawing; `clean`: for a projector. */
  readonly Stage: ComponentType<{ clean: boolean }>;
  /** For a room: a figure of what decided, below the explanation. */
  readonly Because?: ComponentType;
  /** Buttons at the stage's lower edge (on a phone beside the text). */
  readonly StageTools: ComponentType;
  /** Dialogs that the stage opens. */
  readonly Dialogs: ComponentType;
  /** What a person would do next where playing has come to rest; a hook. */
  readonly useOffers: () => readonly Offer[];
  /** What can be done to its processes in it alone; a hook. Left out: nothing. */
  readonly useDeeds?: () => OwnDeedsOf;
  /** What stands in the reading column of the free lab. */
  readonly Reading: ComponentType;
  /** What is selected, from inside. */
  readonly Inspector: ComponentType;
  /** What stands below the inspector where there is a third column. */
  readonly Beside: ComponentType;
  readonly views: readonly LabView[];
  /** Those of them that for a room are parts of the stage itself. */
  readonly onCleanStage?: readonly string[];
  /** Takes files that were dropped on it; gives back those that mean nothing to it. */
  readonly takeFiles?: (files: readonly File[]) => Promise<readonly File[]>;
}
