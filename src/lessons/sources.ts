/** Where what a lesson explains can be read at its source. Loaded only when somebody asks. */
import acceptorsWriteToDisk from './acceptors-write-to-disk/sources.json';
import afterACrash from './after-a-crash/sources.json';
import compareVersion from './compare-version/sources.json';
import didItHappen from './did-it-happen/sources.json';
import epochDecides from './epoch-decides/sources.json';
import firstStart from './first-start/sources.json';
import lateJoiner from './late-joiner/sources.json';
import livelockCures from './livelock-cures/sources.json';
import majorities from './majorities/sources.json';
import minorityValue from './minority-value/sources.json';
import paxosCase1 from './paxos-case-1/sources.json';
import paxosCase2 from './paxos-case-2/sources.json';
import paxosCase3 from './paxos-case-3/sources.json';
import pushTheBell from './push-the-bell/sources.json';
import watchFiresOnce from './watch-fires-once/sources.json';
import whatASessionIs from './what-a-session-is/sources.json';
import oneWriteOneRead from './one-write-one-read/sources.json';
import proposalNobodySaw from './proposal-nobody-saw/sources.json';
import acknowledgedNotAnnounced from './acknowledged-not-announced/sources.json';
import howOldIsARead from './how-old-is-a-read/sources.json';
import leaderThatSlept from './leader-that-slept/sources.json';
import halfAPartition from './half-a-partition/sources.json';
import breakZab from './break-zab/sources.json';
import whatMajoritiesCost from './what-majorities-cost/sources.json';
import readWriteSplit from './read-write-split/sources.json';
import masterAndStandby from './master-and-standby/sources.json';
import queueForTheLock from './queue-for-the-lock/sources.json';
import thunderingHerd from './thundering-herd/sources.json';
import readersAndWriters from './readers-and-writers/sources.json';
import createWithoutAnswer from './create-without-answer/sources.json';
import serviceDiscovery from './service-discovery/sources.json';
import whoIsMaster from './who-is-master/sources.json';
import twoOwners from './two-owners/sources.json';
import capChoose from './cap-choose/sources.json';
import twoGenerals from './two-generals/sources.json';
import threeGenerals from './three-generals/sources.json';
import sevenGenerals from './seven-generals/sources.json';
import znodeTree from './znode-tree/sources.json';

/** A paper's section, a member of a class of ZooKeeper 3.8, a chapter of its guides, or a report. */
export type Source =
  | { readonly paper: string; readonly section?: string | undefined }
  | { readonly class: string; readonly member: string; readonly package: string }
  | { readonly guide: string; readonly chapter: string }
  | { readonly issue: string };

/** By the id of the step that explains. */
type OfLesson = Readonly<Record<string, readonly Source[] | undefined>>;

export const sources: Readonly<Record<string, OfLesson | undefined>> = {
  'acceptors-write-to-disk': acceptorsWriteToDisk,
  'after-a-crash': afterACrash,
  'compare-version': compareVersion,
  'did-it-happen': didItHappen,
  'epoch-decides': epochDecides,
  'first-start': firstStart,
  'late-joiner': lateJoiner,
  'livelock-cures': livelockCures,
  majorities,
  'minority-value': minorityValue,
  'paxos-case-1': paxosCase1,
  'paxos-case-2': paxosCase2,
  'paxos-case-3': paxosCase3,
  'push-the-bell': pushTheBell,
  'watch-fires-once': watchFiresOnce,
  'what-a-session-is': whatASessionIs,
  'one-write-one-read': oneWriteOneRead,
  'proposal-nobody-saw': proposalNobodySaw,
  'acknowledged-not-announced': acknowledgedNotAnnounced,
  'how-old-is-a-read': howOldIsARead,
  'leader-that-slept': leaderThatSlept,
  'half-a-partition': halfAPartition,
  'break-zab': breakZab,
  'what-majorities-cost': whatMajoritiesCost,
  'read-write-split': readWriteSplit,
  'master-and-standby': masterAndStandby,
  'queue-for-the-lock': queueForTheLock,
  'thundering-herd': thunderingHerd,
  'readers-and-writers': readersAndWriters,
  'create-without-answer': createWithoutAnswer,
  'service-discovery': serviceDiscovery,
  'who-is-master': whoIsMaster,
  'two-owners': twoOwners,
  'cap-choose': capChoose,
  'two-generals': twoGenerals,
  'three-generals': threeGenerals,
  'seven-generals': sevenGenerals,
  'znode-tree': znodeTree,
};

interface Paper {
  readonly by: string;
  readonly title: string;
  readonly year: number;
  readonly url: string;
}

export const papers: Readonly<Record<string, Paper | undefined>> = {
  'paxos-simple': {
    by: 'Lamport',
    title: 'Paxos Made Simple',
    year: 2001,
    url: 'https://lamport.azurewebsites.net/pubs/paxos-simple.pdf',
  },
  raft: {
    by: 'Ongaro, Ousterhout',
    title: 'In Search of an Understandable Consensus Algorithm',
    year: 2014,
    url: 'https://raft.github.io/raft.pdf',
  },
  flp: {
    by: 'Fischer, Lynch, Paterson',
    title: 'Impossibility of Distributed Consensus with One Faulty Process',
    year: 1985,
    url: 'https://doi.org/10.1145/3149.214121',
  },
  clocks: {
    by: 'Lamport',
    title: 'Time, Clocks, and the Ordering of Events in a Distributed System',
    year: 1978,
    url: 'https://doi.org/10.1145/359545.359563',
  },
  zab: {
    by: 'Junqueira, Reed, Serafini',
    title: 'Zab: High-performance broadcast for primary-backup systems',
    year: 2011,
    url: 'https://doi.org/10.1109/DSN.2011.5958223',
  },
  zookeeper: {
    by: 'Hunt, Konar, Junqueira, Reed',
    title: 'ZooKeeper: Wait-free coordination for Internet-scale systems',
    year: 2010,
    url: 'https://www.usenix.org/legacy/event/atc10/tech/full_papers/Hunt.pdf',
  },
  leases: {
    by: 'Gray, Cheriton',
    title: 'Leases: An Efficient Fault-Tolerant Mechanism for Distributed File Cache Consistency',
    year: 1989,
    url: 'https://doi.org/10.1145/74850.74870',
  },
  kleppmann: {
    by: 'Kleppmann',
    title: 'How to do distributed locking',
    year: 2016,
    url: 'https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html',
  },
  'is-redlock-safe': {
    by: 'Sanfilippo',
    title: 'Is Redlock safe?',
    year: 2016,
    url: 'http://antirez.com/news/101',
  },
  'redis-locks': {
    by: 'Redis',
    title: 'Distributed Locks with Redis',
    year: 2014,
    url: 'https://redis.io/docs/latest/develop/use/patterns/distributed-locks/',
  },
  chubby: {
    by: 'Burrows',
    title: 'The Chubby lock service for loosely-coupled distributed systems',
    year: 2006,
    url: 'https://www.usenix.org/legacy/event/osdi06/tech/full_papers/burrows/burrows.pdf',
  },
  rpc: {
    by: 'Birrell, Nelson',
    title: 'Implementing Remote Procedure Calls',
    year: 1984,
    url: 'https://doi.org/10.1145/2080.357392',
  },
  'gilbert-lynch': {
    by: 'Gilbert, Lynch',
    title:
      'Brewer’s Conjecture and the Feasibility of Consistent, Available, Partition-Tolerant Web Services',
    year: 2002,
    url: 'https://doi.org/10.1145/564585.564601',
  },
  dynamo: {
    by: 'DeCandia et al.',
    title: 'Dynamo: Amazon’s Highly Available Key-value Store',
    year: 2007,
    url: 'https://doi.org/10.1145/1294261.1294281',
  },
  'shared-memory': {
    by: 'Attiya, Bar-Noy, Dolev',
    title: 'Sharing Memory Robustly in Message-Passing Systems',
    year: 1995,
    url: 'https://doi.org/10.1145/200836.200869',
  },
  byzantine: {
    by: 'Lamport, Shostak, Pease',
    title: 'The Byzantine Generals Problem',
    year: 1982,
    url: 'https://doi.org/10.1145/357172.357176',
  },
  gray: {
    by: 'Gray',
    title: 'Notes on Data Base Operating Systems',
    year: 1978,
    url: 'https://doi.org/10.1007/3-540-08755-9_9',
  },
  knowledge: {
    by: 'Halpern, Moses',
    title: 'Knowledge and Common Knowledge in a Distributed Environment',
    year: 1990,
    url: 'https://doi.org/10.1145/79147.79161',
  },
  pbft: {
    by: 'Castro, Liskov',
    title: 'Practical Byzantine Fault Tolerance',
    year: 1999,
    url: 'https://www.usenix.org/legacy/events/osdi99/full_papers/castro/castro.pdf',
  },
};

/** Guides of ZooKeeper 3.8 by the name of their page. */
export const guides: Readonly<Record<string, string | undefined>> = {
  zookeeperProgrammers: 'ZooKeeper Programmer’s Guide',
  zookeeperAdmin: 'ZooKeeper Administrator’s Guide',
  zookeeperInternals: 'ZooKeeper Internals',
  zookeeperObservers: 'ZooKeeper Observers',
  recipes: 'ZooKeeper Recipes and Solutions',
};

const CODE =
  'https://github.com/apache/zookeeper/blob/release-3.8.0/zookeeper-server/src/main/java/org/apache/zookeeper';

/** What is cited, in its own language, and where it lies. */
export function cited(source: Source): { readonly text: string; readonly url: string } {
  if ('paper' in source) {
    const paper = papers[source.paper];
    if (paper === undefined) throw new Error(`no paper ${source.paper}`);
    const { by, title, year, url } = paper;
    const section = source.section === undefined ? '' : `, § ${source.section}`;
    return { text: `${by}: ${title} (${year})${section}`, url };
  }
  if ('class' in source) {
    const folder = source.package === '' ? '' : `${source.package}/`;
    return {
      text: `ZooKeeper 3.8: ${source.class}.${source.member}`,
      url: `${CODE}/${folder}${source.class}.java`,
    };
  }
  if ('guide' in source) {
    const name = guides[source.guide];
    if (name === undefined) throw new Error(`no guide ${source.guide}`);
    const url = `https://zookeeper.apache.org/doc/r3.8.0/${source.guide}.html`;
    return { text: `${name}: ${source.chapter}`, url };
  }
  return { text: source.issue, url: `https://issues.apache.org/jira/browse/${source.issue}` };
}
