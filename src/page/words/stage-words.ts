import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { StageWords } from '../../stage/words.ts';
import { timeText, unitText } from './time-text.ts';
import { messageText } from './message-text.ts';
import { useLoose } from './use-words.ts';

/** The drawings' words in the reader's language. */
export const useStageWords = (): StageWords => {
  const t = useTranslations('stage');
  const loose = useLoose('lab');
  const machine = useLoose('machine');
  const panels = useLoose('panels');
  return useMemo(() => {
    const time = (us: number): string => timeText(us, loose);
    const n = (value: number): string => String(value);
    const known = (area: 'event' | 'guard', name: string): string => {
      const key = `${area}.${name}`;
      return machine.has(key) ? machine(key) : plain(name);
    };
    return {
      ensemble: (servers) => t('ensemble', { servers }),
      server: (pid, state) => t('server', { pid: n(pid), state }),
      link: (a, b) => t('link', { a, b }),
      linkFault: (fault) => t(`fault.${fault}`),
      message: (kind, label, from, to, piled) =>
        t('message', { what: messageText({ kind, label }, panels), from, to, piled }),
      notStarted: t('notStarted'),
      crashed: 'CRASHED',
      paused: 'PAUSED',
      votes: {
        title: (round) =>
          round === null ? t('votes.titleAll') : t('votes.title', { round: n(round) }),
        box: (name) => t('votes.box', { name }),
        needed: (quorum, voters) => t('votes.needed', { quorum: n(quorum), voters: n(voters) }),
        voter: t('votes.voter'),
        round: t('votes.round'),
        epoch: t('votes.epoch'),
        zxid: t('votes.zxid'),
        sid: t('votes.sid'),
        crashed: t('votes.crashed'),
        notStarted: t('votes.notStarted'),
        observer: t('votes.observer'),
        noVote: t('votes.noVote'),
        tally: t('votes.tally'),
        more: (count) => t('votes.more', { count: n(count) }),
        count: (name, votes, quorum) => t('votes.count', { name, votes, quorum: n(quorum) }),
      },
      comparison: {
        changed: (name, ago) => t('comparison.changed', { name, ago }),
        kept: (name, ago) => t('comparison.kept', { name, ago }),
        compared: (name, ago) => t('comparison.compared', { name, ago }),
        observes: (name) => t('comparison.observes', { name }),
        follows: t('comparison.follows'),
        heardFrom: (name) => t('comparison.heardFrom', { name }),
        had: (name) => t('comparison.had', { name }),
        own: t('comparison.own'),
        beats: (winner, loser, by) => t('comparison.beats', { winner, loser, by }),
        begins: (zxid, epoch) => t('comparison.begins', { zxid, epoch: n(epoch) }),
        equal: t('comparison.equal'),
        notCompared: (fields) =>
          fields.length === 0
            ? ''
            : t('comparison.notCompared', {
                fields: fields.join(t('comparison.and')),
              }),
      },
      timeline: {
        label: t('timeline.label'),
        hidden: t('timeline.hidden'),
        election: t('timeline.election'),
        commits: t('timeline.commits'),
        refusals: t('timeline.refusals'),
        chosen: t('timeline.chosen'),
        crashes: (name) => t('timeline.crashes', { name }),
        stops: (name) => t('timeline.stops', { name }),
        starts: (name) => t('timeline.starts', { name }),
        partition: t('timeline.partition'),
        heals: t('timeline.heals'),
        quiet: (duration) => t('timeline.quiet', { duration }),
        quietTimes: (count, duration) => t('timeline.quietTimes', { count: n(count), duration }),
        notPlayed: t('timeline.notPlayed'),
      },
      majorities: {
        servers: t('majorities.servers'),
        quorum: t('majorities.quorum'),
        survives: t('majorities.survives'),
        wait: t('majorities.wait'),
        size: (servers, quorum, survives, wait) =>
          t('majorities.size', { servers, quorum: n(quorum), survives: n(survives), wait }),
        members: (members, servers) =>
          t('majorities.members', { members: n(members), servers: n(servers) }),
        enough: t('majorities.enough'),
        tooFew: t('majorities.tooFew'),
        both: t('majorities.both'),
        set: (name, members, servers, enough) =>
          t(enough ? 'majorities.setEnough' : 'majorities.setTooFew', {
            name,
            members: n(members),
            servers: n(servers),
          }),
        member: (server, set) => t('majorities.member', { server, set }),
      },
      spacetime: {
        label: t('spacetime.label'),
        step: (step, at) => t('spacetime.step', { step: n(step), at }),
      },
      machine: {
        label: (name, state) => t('machineLabel', { name, state }),
        event: (name) => known('event', name),
        guard: (name) => known('guard', name),
      },
      time,
      timeIn: (value, unit) => unitText(value, unit, loose),
    };
  }, [t, loose, machine, panels]);
};

/** A name of code (`electionTimeout`) as words, where there are none of our own. */
const plain = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]/g, ' ')
    .toLowerCase();
