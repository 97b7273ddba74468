// Reads a query of Power Query from its input, and says what is wrong with its grammar.
const { DefaultSettings, TaskUtils } = require("@microsoft/powerquery-parser");

const text = require("fs").readFileSync(0, "utf8");
TaskUtils.tryLexParse(DefaultSettings, text).then((task) => {
  if (TaskUtils.isParseStageOk(task)) return;
  console.log(String((task.error.innerError || task.error).message));
  process.exit(1);
});
