/** What CAP says and does not say, and what goes with it. */
export const statement = {
  name: 'What CAP says',
  letters: {
    title: 'Three letters',
    c: {
      name: 'Consistency',
      text: 'Here it means linearizability: each completed request seems to take effect at one moment between its call and its answer, and a read returns the newest completed write. That all copies are equal is neither needed nor enough.',
    },
    a: {
      name: 'Availability',
      text: 'Every request that reaches a node which has not failed gets an answer that is no error, however long the cut lasts. At every node: an error or a refusal does not count.',
    },
    p: {
      name: 'Partition',
      text: 'Messages between groups of nodes may be lost, any number of them. This is said of the network, not of the store.',
    },
  },
  wrong: {
    title: '“Two of three” is the wrong sentence',
    text: 'Nobody chooses whether the network is cut. What can be chosen is what a store does while it is: refuse, or answer with what it has. Without a cut both consistency and availability can be had.',
  },
  ca: {
    title: 'And CA?',
    text: 'A store that is called CA has said nothing about a cut. When one comes it does one of the two things, refuse or be inconsistent, like every other. Only where there is one node alone can nothing be cut.',
  },
  pacelc: {
    title: 'The other half: PACELC',
    text: 'If there is a Partition, choose Availability or Consistency; Else choose Latency or Consistency. A store that asks a quorum at each read pays for it every day, not only on the day of the cut. The view “Latency” measures that.',
  },
  zookeeper: {
    title: 'Where ZooKeeper stands',
    text: 'Its writes are linearizable: a minority writes nothing. Its reads come from the server that is asked: each client sees the states in order, and may see old ones. A sync before the read brings the newest, as far as its leader is the real one.',
  },
  election: {
    title: 'During an election nobody writes',
    text: 'That is a window, not a property: it lasts until a quorum has a leader again.',
    none: 'In this run there has been no such window so far.',
    some: 'In this run so far: {list}.',
  },
} as const;
