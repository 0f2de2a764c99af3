import type { Words } from '../words.ts';

export const problems: Words['problems'] = {
  where: '{where} 处：{text}',
  'link-broken': '链接已损坏：途中有一部分丢失或被改动。请重新索取完整的链接。',
  'link-newer':
    '这个链接由更新版本的 Zooscope 生成（格式 {version}，本版本最多读到 {newest}）。请刷新页面以取得最新版本。',
  'link-large': '这个链接解开后超过 {limit}，没有打开。请索取场景文件。',
  'no-such-preset':
    '这个实验没有名为“{name}”的起点。请在“从哪里开始”下选一个，或在地址中写其中之一：{known}。',
  'no-such-start':
    '地址中的“from={name}”没有意义。要打开什么都还没发生的实验，请写“from=start”；否则请去掉它。',
  'file-large': '文件 {name} 有 {size}，最多读取 {limit}。请选一个较小的场景文件。',
  'file-not-json': '文件 {name} 不是 JSON：{detail}。请选择由 Zooscope 保存的场景文件。',
  'file-unreadable': '文件 {name} 无法读取：{detail}。请重新选择。',
  'worker-failed': '模拟出错：{message}。请重新启动。',
  'export-failed': '图片没有做成：{detail}。请改存 SVG。',
  'digest-differs':
    '本版本算出的运行与分享的不同（摘要是 {actual}，不是 {expected}）。你看到的是本版本的结果。',
  'digest-newer':
    '这个链接由更新版本的 Zooscope 生成，那里算出的运行不同。请刷新页面以取得最新版本。',
  'digest-since': '这次运行的摘要与链接中的不同：{changes}。你看到的是本版本的结果。',
  changes: {
    2: '本版本计算摘要时不再计入最近几步做过的事，后续步骤都不依赖它们；单凭这一点，运行不会改变',
    3: '客户端拨不存在的主机名时不再询问任何服务器，写了多个服务器时按打乱的顺序尝试，摘要中程序所记内容的形式也变了',
    4: '本版本的选举由带数据的服务器进行，每个事务各自写日志、确认、提交，事件因此与从前不同；做过的操作在原来的时刻重做，针对单条消息的除外',
    5: '放弃拨号的一方现在会关闭那个连接，摘要也计入正在拨的是哪个连接；拨号超时之后（例如链路被切断时），后面的事件与从前不同；配方客户端的每个新会话有自己的 guid，在双屏障和服务注册中也不再把前一会话的节点当成自己的',
    6: 'Leader 计算日志文件的大小时连同末尾预分配的零一起计入，落后较多的 Learner 因此可能收到 SNAP 而不是 DIFF；fsync 是否缓慢按整毫秒判定；此后的事件与从前不同',
    7: '被截断（TRUNC）的日志文件不再计入末尾的零，落后较多的 Learner 因此可能收到 DIFF 而不是 SNAP，此后的事件与从前不同；摘要也计入哪个文件被截断过',
  },

  'scenario-large': '文件有 {size} MB，最多读取 {limit} MB。场景文件只有几 KB：请另选一个。',
  'scenario-not-json': '文件不是 JSON：{detail}。请在那里改正。',
  'scenario-not-utf8': '文件不是 UTF-8 编码：第 {offset} 字节处不是合法字符。请另存为 UTF-8。',
  'scenario-key-twice': '“{key}”出现了两次，其中一个会丢失。请去掉一个。',
  'scenario-many-keys': '这里的字段超过 {most} 个，没有任何对象需要这么多。请去掉无意义的字段。',
  'scenario-deep': '文件的嵌套超过 {deepest} 层。请减少层数。',
  'scenario-foreign':
    '这不是 Zooscope 的场景：缺少 "format": "zooscope-scenario"。请选择由 Zooscope 保存的文件，或者加上这一行。',
  'scenario-version': '版本是 1 到 {newest} 的整数。请写 "version": {newest}。',
  'scenario-newer':
    '文件的版本是 {version}，这个 Zooscope 最多读到版本 {newest}。请用更新的 Zooscope 打开。',
  'scenario-unknown-key': '“{key}”在这里没有意义。请去掉它，或者检查拼写。',
  'scenario-no-name': '“{key}”不能用作这里的名称。请另取一个。',
  'scenario-missing': '缺少“{key}”。请加上。',
  'scenario-value':
    '这里应为{expected, select, condition {条件：含有 {bound} 之一的对象} leader {sid、"any" 或 "none"} whole {整数} least {不小于 {bound} 的数} most {不大于 {bound} 的数} short {至少 {bound} 个字符的文字} long {至多 {bound} 个字符的文字} fewItems {至少 {bound} 项的列表} manyItems {至多 {bound} 项的列表} hyphened {由连字符相连的小写字母和数字} text {引号里的文字} number {数} boolean { true 或 false} array {列表 […]} object {对象} other {其中之一：{bound}}}，现在是{found, select, array {有 {given} 项的列表} object {含有 {given} 的对象} empty {空对象} other { {given}}}。请改正。',
  'scenario-long-condition':
    '这个条件由 {count} 个条件组成；每一步之后都要判断，最多 {most} 个。请缩短，或分到几个步骤里。',
  'scenario-many-conditions': '文件里的条件总共有 {count} 个，最多保留 {most} 个。请去掉一些。',
  'scenario-no-servers': '集群至少要有一台服务器。请加一台。',
  'scenario-no-voter': '所有服务器都是 Observer，没有谁能投票。请让其中一台投票。',
  'scenario-weight-of-nobody': '{sid} 有权重，却不是投票者；投票者是 {known}。请去掉它。',
  'scenario-groups': '每台投票者（{known}）必须恰好在一个组里；{sid} 不是这样。请改一改分组。',
  'scenario-many-clients': '{count} 个客户端太多，最多显示 {most} 个。请去掉一些。',
  'scenario-many-servers': '{count} 台服务器太多，最多显示 {most} 台。请去掉一些。',
  'scenario-no-acceptor': '没有任何进程担任 acceptor，无法选定任何值。请至少指定一个。',
  'scenario-name-twice': '有两个进程都叫“{name}”。请给其中一个改名。',
  // 将军。
  'scenario-two-generals':
    '两个将军派信使，三个以上才下命令。有 2 个将军时、也只有这时，才写 "twoGenerals"。',
  'scenario-many-rounds':
    '{rounds} 轮转述至少要有 {least} 个将军。请写 {most} 或更小，或者增加将军。',
  'scenario-no-general': '没有第 {sid} 个将军；将军从 1 数到 {most}。请写其中一个。',
  'scenario-order-twice': '命令“{name}”出现了两次。请给其中一个换个名字。',
  'scenario-no-order': '“{name}”不是这里的命令；有 {known}。请写其中一个。',
  'scenario-bad-lie':
    '没有叛徒会发这条消息：路径必须从司令开始，到一个叛徒为止，无人重复，再到路径之外的一个副官。请修改。',
  'scenario-no-learner': '{sid} 的角色不是“learner”。请填写具有该角色的进程。',
  'scenario-schedule-by-hand': '调度会自己逐条送达消息。请把 delivery 设为 by-hand。',
  'scenario-schedule-row': '调度的第 {row} 行无法识别，请修改。',
  'scenario-no-such-invariant': '没有名为“{name}”的不变式。请去掉它，或者检查拼写。',
  'scenario-one-server':
    '{count} 台服务器就是一个集群了，而这里只有一台独立运行的服务器。请去掉其余的。',
  'scenario-no-such-program': '没有名为“{name}”的程序，可用的有 {known}。请填写其中之一。',
  // Programs of recipes.
  'scenario-step-without-verb': '这一步什么也不做。请给它其中一个动词：{known}。',
  'scenario-step-with-verbs': '这一步有 {count} 个动词（{names}）。请拆成各自独立的步骤。',
  'scenario-label-twice': '标签 {label} 出现了两次。请给其中一步换一个。',
  'scenario-no-such-label': '没有哪一步的标签是 {label}，可用的有 {known}。请填写其中之一。',
  'scenario-no-such-variable':
    '没有哪一步设置 ${name}，可用的有 {known}。请填写其中之一，或把它写进 values。',
  'scenario-no-such-operation':
    '{to} 不支持操作“{op}”，它支持 {known}。请填写其中之一，或换一个进程。',
  'scenario-unknown-operation':
    '没有哪个进程支持操作“{op}”，可用的操作有 {known}。请填写其中之一。',
  'scenario-call-arguments':
    '操作“{op}”的参数是 {known}，而这次调用给的是 {given}。请按前者给出参数。',
  'scenario-variable-name': '“{name}”不能作变量名。请以字母开头，后接字母、数字和 _。',
  'scenario-many-variables': '{count} 个变量太多，最多保留 {most} 个。请去掉一些。',
  'scenario-many-programs': '{count} 个程序太多，最多保留 {most} 个。请去掉一些。',
  // The CAP experiment.
  'scenario-value-twice': '有两个请求都写入 {value}。请给每次写入一个不同的值。',
  'scenario-patient-write':
    '请求 {number} 是写请求，重试会写入两次。请改成读请求，或删去“patient”。',
  'scenario-after': '请求 {number} 不能等待请求 {after}。请写排在它前面的请求。',
  'scenario-quorum':
    '在 {count} 台服务器中，r = {read}、w = {write} 不构成法定人数：r + w 必须大于 {count}，且都不超过 {count}。请改其中一个。',
  'scenario-session-bounds':
    'minSessionTimeout（{min}）大于 maxSessionTimeout（{max}）。请改为不大于 {max}。',
  'scenario-no-path': '这不是合法的 znode 路径：{reason}。请修改。',
  'scenario-node-twice': '{path} 已经存在。请去掉这一个。',
  'scenario-node-orphan': '{path} 之前没有出现它的父节点。请把父节点放在前面。',
  'scenario-sid-twice': '服务器 {sid} 出现了两次。请给其中一台换一个 sid。',
  'scenario-no-such-rule': '没有名为“{name}”的可关闭规则。请去掉它，或者检查拼写。',
  'scenario-epoch-order':
    'acceptedEpoch（{accepted}）小于 currentEpoch（{current}），这样的服务器会拒绝启动。请改为不小于 {current}。',
  'scenario-log-and-zxid': 'log 和 zxid 都在说磁盘上有什么。请去掉其中一个。',
  'scenario-zxid-epoch':
    '最后的 zxid {zxid} 的 epoch 比 currentEpoch（{current}）还新，这样的服务器会拒绝启动。请把 currentEpoch 改为 {epoch}。',
  'scenario-zxid': '“{text}”不是 zxid。请写 epoch 和计数，例如 2·7 或 0x200000007。',
  'scenario-log-notation':
    '“{part}”既不是 zxid，也不是同一 epoch 内的区间。日志写成 1·1-1·8 2·1 这样。',
  'scenario-log-order': '{part} 不在 {before} 之后。日志只会增长：请按升序写。',
  'scenario-log-gap': '{before} 与 {part} 之间缺了事务。日志没有空缺，每个 epoch 从 1 开始。',
  'scenario-no-such-view': '这个实验没有视图“{name}”，有的是 {known}。请写其中之一。',
  'scenario-list-without-itself': '服务器 {sid} 的列表里没有它自己。请加上。',
  'scenario-no-such-server':
    '没有服务器 {sid}，有的是 {known}。请写其中之一，或者把它加进 setup.servers。',
  'scenario-link-to-itself': '链路连接两台服务器，这里两端都是 {sid}。请换一台。',
  'scenario-min-max': 'min（{min}）大于 max（{max}）。请对调。',
  'scenario-named-twice': '服务器 {sid} 写了两次。写一次就够。',
  'scenario-interventions-order': '{timeMs} 毫秒处的第 {step} 步不在前一个之后。请排好顺序。',
  'scenario-never-begins':
    '运行了 {seconds} 秒虚拟时间或 {steps} 步，还没有到这一步开始的地方。请写一件在此之前会发生的事，或删去 from。',
  'scenario-cannot-be-done': '在运行的第 {step} 步做不了这件事。请从文件中删去它，或移到别的步骤。',
  'scenario-never-comes':
    '运行了 {steps} 步，还没有到 {timeMs} 毫秒。请写一个更早的时间，或写明在第几步做。',
  'scenario-too-far': '这一步之前的各次运行总共超过 {steps} 步。请先到更前面的一步。',
  'scenario-step-twice': '有两个步骤的 id 都是“{id}”。请改掉其中一个。',
  'scenario-no-such-option': '没有选项“{name}”，有的是 {known}。请写其中之一。',
  'scenario-question-unanswered':
    '步骤“{id}”走不到终点，这个问题始终没有答案。请改正该步骤等待的条件。',
  'scenario-answers':
    '正确的选项不是恰好一个；按运行结果，正确的有：{known}。请修改各选项的条件，只留一个。',
  'scenario-wrong-answer': '运行给出的答案是“{name}”。请把它写成 answer，或修改该步骤。',
  'scenario-option-twice': '有两个选项的 id 都是“{id}”。请改掉其中一个。',

  'nothing-open': '还没有打开任何运行。请先打开一个实验或一门课程。',
  recorded: '这里是日志记录的历史：已经发生的事无法改变。',
  'not-opened': '还没打开就已停止。之前打开的内容保持不变。',
  'nothing-ahead': '接下来不会再自动发生值得看的事。请先做点什么。',
  'not-asked-here': '这次运行不能回答这个问题。请在有这部分内容的实验里打开一次运行。',
  'too-much-to-search': '一次搜索不了这么多。请减少提案编号或取值的数量。',
  'unknown-lesson': '没有课程“{id}”。请在首页选择一门。',
  'other-lab': '这个场景属于另一个实验：{model}。请在那里打开，或用命令行运行。',
  'not-in-this-run':
    '这次运行里没有{what, select, branch {分支 {id}} server {服务器 {id}} other {所要的东西（{what}）}}。请选择其中有的。',

  'no-such-process': '没有服务器 {pid}。',
  'already-running': '服务器 {pid} 已经在运行。',
  'no-configuration': '进程 {pid} 在这里没有配置文件。',
  'not-running': '服务器 {pid} 没有运行：请先启动它。',
  'already-paused': '服务器 {pid} 已经暂停。',
  'not-paused': '服务器 {pid} 没有暂停。',
  'still-running': '服务器 {pid} 正在运行：停下之后才谈得上丢失磁盘。',
  'no-such-message': '这条消息已经不在途中。',
  'not-on-this-link': 'TCP 连接之内不会丢失也不会重复消息：请改为切断或重置链路。',
  'not-held': '这条消息没有被扣住。',
  'no-such-timer': '这个定时器（{timer}）此刻没有设定。',
  'timer-held': '这个定时器（{timer}）已经扣住了。',
  'timer-not-held': '这个定时器（{timer}）没有被扣住。',
  'same-process': '链路连接两台服务器：请写两台。',
};
