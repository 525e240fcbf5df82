/** What the sample's registers say. Slots as in evidence.ts, and `{year}`, `{month}`, `{area}`. */

/** Business fields in which everybody is trained in turn. */
export const businessAreas = [
  '森林资源管理',
  '造林绿化',
  '草原湿地保护',
  '防火和应急',
  '行政执法',
  '公文和财务',
] as const;

/** Posts with a risk to integrity: post, risk, class, how it shows, grade, measures. */
export const riskPoints = [
  [
    '采伐许可审核',
    '超限额、搭车审批',
    'process',
    '审核把关不严，人情审批',
    'high',
    '双人审核、限额台账公开',
  ],
  [
    '林地占用审批',
    '以权谋私、违规批准',
    'duty',
    '降低标准、拖延刁难',
    'high',
    '集体会审、全程留痕',
  ],
  [
    '项目招投标',
    '规避招标、围标串标',
    'process',
    '化整为零、指定施工方',
    'high',
    '进场交易、纪检全程监督',
  ],
  ['项目资金拨付', '虚报工程量、挪用资金', 'duty', '验收走过场', 'high', '三方验收、按进度拨付'],
  ['苗木采购', '以次充好、收受回扣', 'process', '询价不充分', 'high', '三家比价、质量抽检'],
  ['行政处罚', '自由裁量不当', 'duty', '同案不同罚', 'middle', '裁量基准公示、法制审核'],
  ['木材检疫', '不检先放', 'duty', '简化程序', 'middle', '电子检疫单、交叉抽查'],
  ['公务接待', '超标准接待', 'conduct', '超范围陪餐', 'middle', '一函一单、月度公示'],
  ['公车使用', '公车私用', 'conduct', '派车记录不全', 'low', '定位管理、节假日封存'],
  ['财务报销', '虚列开支', 'duty', '票据审核不严', 'middle', '三级审签、季度内审'],
  ['干部选拔推荐', '任人唯亲', 'system', '程序不规范', 'middle', '民主推荐、任前公示'],
  ['补助资金发放', '优亲厚友、冒领', 'process', '名单未公示', 'high', '村组公示、一卡通直达'],
  ['护林员聘用', '人情聘用', 'system', '条件审查不严', 'middle', '公开招聘、乡镇会审'],
  ['办公用品采购', '化整为零采购', 'process', '未走平台', 'low', '网上商城统一采购'],
  ['资产处置', '低价处置', 'system', '未经评估', 'middle', '评估备案、集体研究'],
  ['印章管理', '违规用印', 'duty', '未登记用印', 'low', '用印登记、双人保管'],
] as const;

/** Rules by category: title and category. */
export const rules = [
  ['党组会议议事规则', 'party'],
  ['主题党日制度', 'party'],
  ['理论学习中心组学习制度', 'party'],
  ['廉政风险防控办法', 'integrity'],
  ['干部述廉和廉政承诺制度', 'integrity'],
  ['重大事项报告制度', 'integrity'],
  ['公文处理办法', 'administration'],
  ['印章和档案管理制度', 'administration'],
  ['值班和应急处置制度', 'administration'],
  ['财务报销审批制度', 'finance'],
  ['项目资金管理办法', 'finance'],
  ['政府采购管理办法', 'finance'],
  ['干部职工考勤休假制度', 'personnel'],
  ['岗位轮换暂行办法', 'personnel'],
  ['职称评聘推荐办法', 'personnel'],
  ['造林项目管理办法', 'project'],
  ['项目验收和绩效评价办法', 'project'],
  ['项目档案管理制度', 'project'],
  ['苗木采购管理办法', 'project'],
] as const;

export const opinions = [
  ['建议错峰安排外业车辆', 'work', '已调整派车办法，次周起试行。'],
  ['希望减少重复报表', 'work', '取消重复报表{n}张，合并为一表共用。'],
  ['职工食堂增加清淡菜品', 'welfare', '食堂已调整菜单，每周征求一次意见。'],
  ['建议组织年度体检提前到上半年', 'welfare', '已与医院协商，体检提前到五月。'],
  ['办公楼二楼热水器维修', 'welfare', '已更换。'],
  ['会议可以再短一些', 'style', '明确会议一般不超过一小时，能书面的不开会。'],
  ['基层调研要多听一线意见', 'style', '调研必到护林点，问题当场登记。'],
  ['希望增加业务培训名额', 'work', '已列入下季度轮训计划。'],
  ['护林站冬季取暖补助', 'welfare', '已报财政部门，先从工会经费解决。'],
  ['建议设立老同志谈心日', 'other', '每季度第一个周五为谈心日。'],
] as const;

export const skillGaps = [
  ['地理信息系统操作不熟', '参加“一张图”培训，由业务骨干带教'],
  ['行政处罚文书制作不规范', '跟班办理案卷{n}份'],
  ['公文写作能力不足', '每月写一篇信息，股长逐篇修改'],
  ['防火指挥实战经验少', '参加演练{n}次'],
  ['项目概算编制不熟练', '参加市局项目培训'],
  ['群众工作方法单一', '随领导到联系点走访{n}次'],
  ['有害生物识别不准', '到检疫站跟班学习'],
  ['政策法规掌握不系统', '列出学习清单，季末测验'],
] as const;

export const disclosures = [
  ['森林采伐限额执行情况', 'office', '全社会', '政府网站'],
  ['项目资金安排和使用情况', 'office', '全社会', '政府网站、公开栏'],
  ['部门预决算和“三公”经费', 'office', '全社会', '政府网站'],
  ['行政许可和处罚结果', 'office', '全社会', '信用平台'],
  ['发展党员和党费收缴情况', 'party', '全体党员', '党务公开栏'],
  ['党组重要决定事项', 'party', '全体干部职工', '职工大会'],
  ['评先评优推荐结果', 'party', '全体干部职工', '公开栏'],
  ['民主评议党员结果', 'party', '全体党员', '支部大会'],
] as const;

export const mentoringNotes = [
  '现场讲解样地调查方法，徒弟独立完成{n}个样地。',
  '逐条修改执法文书，指出问题{n}处。',
  '带领参加防火演练，讲评指挥口令。',
  '讲解项目资料归档要求，整理案卷{n}卷。',
  '复盘上月外业，订正图斑{n}个。',
] as const;

export const mentoringGoals = [
  '一年内能独立承担外业调查',
  '一年内能独立办理执法案卷',
  '熟练掌握项目概算和资料归档',
  '能独立起草综合材料',
] as const;

export const difficulties = [
  ['子女入学问题', '协调教育部门，已办理'],
  ['职工家属住院陪护', '调整班次，安排互助'],
  ['护林点饮水困难', '更换净水设备'],
  ['新进人员住宿', '安排周转房'],
  ['外业交通不便', '调配车辆{n}台次'],
] as const;

export const disputes = [
  ['{town}{village}林地边界争议', '现场勘界、调解', '林权登记档案'],
  ['{village}护林员补助发放疑问', '核对名册、公示', '补助资金管理办法'],
  ['{town}禁牧补偿诉求', '入户解释、上报核定', '草原补奖政策'],
  ['股室之间任务分工意见不一', '分管领导协调、明确职责', '三定方案'],
] as const;

export const fiveStepGaps = [
  ['理论学习不够系统', '每周自学两小时', '建立学习笔记，季末交流'],
  ['服务群众主动性不够', '每月到联系户一次', '填写服务台账'],
  ['业务钻研不深', '考取执法资格', '跟班学习、参加轮训'],
  ['担当意识有待加强', '主动承担一项难题', '列入个人任务'],
] as const;

export const selfStudies = [
  '《习近平谈治国理政》选篇',
  '新修订的森林法',
  '中国共产党纪律处分条例',
  '基层减负有关文件',
  '生态文明建设文选',
  '湿地保护法',
] as const;

/** Activity days as the branch plans them, by the sorts of activities.ts: theme and kind. */
export const partyDayPlans = [
  ['重温入党誓词、交流学习体会', 'study'],
  ['警示教育和纪律学习', 'warning'],
  ['下乡开展志愿服务', 'service'],
  ['参观革命历史纪念馆', 'other'],
] as const;

export const studyTopics = [
  '专题一：党的创新理论；专题二：生态文明思想与国土绿化。',
  '专题一：纪律处分条例；专题二：森林法、草原法、湿地保护法。',
  '专题一：基层减负有关规定；专题二：安全生产和森林防火。',
] as const;

export const requiredReadings = [
  '规定书目：党章党规选读',
  '规定书目：生态文明建设文选',
  '网络专题班：林长制和资源保护',
] as const;

/** What a leader notes for his five habits. Source of the habits: essay ¶4. */
export const habitNotes = {
  W1: ['中心组学习材料提前两天读完', '新规出台当天先学一遍', '例会前先学文件并划出要点'],
  W2: ['周末读《生态文明建设文选》一章', '自选学习湿地保护法', '听专题讲座一场'],
  W3: ['写学习体会一篇', '结合{town}造林写调研提纲', '给股室讲一次微党课'],
  W4: ['到{village}看护林员值班', '替外业同志值班一天', '下乡核实造林地块'],
  W5: ['督查件提前办结', '材料一次通过，未退改', '问题当场答复，群众认可'],
} as const;

/** Notes on what one should know, by their kind. */
export const insightNotes = {
  above: ['学习上级关于林长制的新要求', '学习全省林草工作会议精神'],
  below: ['到{village}了解护林员生产生活情况', '到{town}了解造林苗木缺口'],
  around: ['了解邻县防火网格化做法', '了解先进县“一张图”应用'],
} as const;

export const practiceLessons = {
  practice: ['从造林现场学整地', '从防火值班学应急处置', '从执法案件学取证'],
  unit: ['学习市林科所良种繁育', '学习邻县林长制考核办法'],
  person: ['学习全国劳模事迹', '学习身边优秀护林员'],
} as const;

export const staffMoods = [
  '总体稳定，关注点集中在年度考核和职称评聘。',
  '外业任务重，个别同志有疲劳情绪，已安排轮休。',
  '新进人员适应较快，希望多安排跟班学习。',
  '大家关心轮岗安排，已作说明。',
] as const;

export const socialChannels = ['意见箱和热线', '服务对象问卷', '监督员座谈'] as const;

export const policyResources = [
  ['省级培训名额', '省林草局人事处', '争取名额{n}个'],
  ['高级研修班名额', '市人社局', '争取名额{n}个'],
  ['科技推广经费', '市科技局', '立项支持'],
] as const;

export const technologies = {
  out: ['与邻县共推飞播造林技术', '向乡镇推广抗旱造林技术'],
  in: ['引进无人机监测有害生物技术', '引进保水剂造林方法', '引进草原补播技术'],
} as const;

export const partners = ['市林科所', '邻县林草局', '省农业大学林学院', '市森防站'] as const;

export const visitWays = ['到家中看望', '到医院看望', '到家中慰问'] as const;

export const familyWords = [
  '家属表示支持单位工作，当好廉内助。',
  '家属希望多关心外业同志身体。',
  '家属承诺不收受服务对象礼品。',
] as const;

export const skills = [
  '森林调查',
  '执法办案',
  '综合文字',
  '财务管理',
  '无人机操作',
  '防火指挥',
  '苗木培育',
] as const;
