"""Words for made-up examples. No place, team or person here is real."""

PLACES = (
    "Ashby Vale", "Birkdale Moor", "Carrow Hill", "Dunmore Cross", "Eastwick Bay", "Fallow Green", "Glenarrow", "Harrow Sands", "Inverlade",
    "Jesmere", "Kilbrae", "Larchford", "Marlow Heath", "Northmuir", "Orchard End", "Penfold", "Quarry Bank", "Rowanburn", "Saltmarsh",
    "Tarnside", "Upper Lade", "Vennel Park", "Westering", "Yarrowdale",
)  # fmt: skip
TOPICS = (
    "Listening first", "Shared notes", "Slower first visits", "A way through risk", "Talking about the week", "Time to think", "One plan",
    "What a good day is", "Going back to ask", "Letters in plain words", "A place at the table", "Reading it together", "Small permissions",
    "Carers at the start", "Measures that people chose", "Getting out again",
)  # fmt: skip
WHO = (
    "The team", "A small group of staff", "Two teams", "People who use the service", "Family carers", "The manager", "Senior leaders",
    "Support workers", "The people who keep the records", "Nurses and social workers", "Volunteers", "The board", "Supervisors",
    "Staff on the evening shift", "The partners", "Everyone in the office", "A working group", "The people who answer the phone",
)  # fmt: skip
DID = (
    "began to ask", "made time to talk about", "wrote down", "went back to", "agreed to share", "looked again at", "tried to protect",
    "worked out together", "stopped guessing at", "found a simpler way to describe", "brought to supervision", "read aloud", "learned to trust",
    "kept returning to", "set aside", "compared notes about", "built the visit around", "changed how they recorded",
)  # fmt: skip
WHAT = (
    "what a good week would hold", "the things that people had already tried", "who else was in the person's life", "the words that people used",
    "what the person wanted to go on doing", "the risk of doing nothing", "what had changed since the last visit", "the hopes behind a request",
    "the parts of the form that nobody read", "small signs that life was going better", "what got in the way of a plain talk",
    "the decisions that staff could make themselves", "the stories that numbers left out", "what families noticed first",
    "the reasons for each choice", "how much support was enough", "what it was like to be on the other side of the desk",
)  # fmt: skip
HOW = (
    "before they spoke about services", "at the end of each visit", "in a meeting once a month", "without adding another form",
    "even when the week was busy", "with someone from outside the team", "so that the next worker could pick it up", "over a cup of tea",
    "and said so in the notes", "while the old system was still running", "and then told the funders", "one person at a time",
    "and let people see what had been written", "with help from a coach", "until it felt ordinary", "and changed the plan when they were wrong",
)  # fmt: skip
ASKED = (
    "What would we have to stop doing to make time for this?", "Whose words are in the last note I wrote?",
    "When did someone last surprise us with what mattered to them?", "Which decision could we take without asking anyone?",
    "What would a person say about our last visit?", "What do we write down that nobody reads?", "Who carries the risk when a plan goes wrong here?",
    "What did I learn this month that changed what I do?", "How do we know that a life is going better, and not only a service?",
    "What would a family member add to this record?", "Which of our rules protects people, and which protects us?",
    "What could we try next week with one person?",
)  # fmt: skip
PUBLISHERS = ("Lade Institute", "Northmuir Review", "Rowan Press", "The Vale Partnership", "Journal of Everyday Support", "Marlow Foundation")
REPORTS = ("An account of the first years", "What we heard", "A study of practice", "An evaluation", "Notes from the work", "A report to the partners")
