using System.Runtime.InteropServices;

// dotnet run -c Release --project bench/Retort.Bench [read] [read-postgresql] [get] [insert] [schema] [rebuild] [first-revision] [tool] [history]
if (args is [SchemaCheck.Verb, var url])
    return await SchemaCheck.RunAsync(url);

var all = new Dictionary<string, Func<bool>>
{
    ["read"] = ReadAll.Run,
    ["read-postgresql"] = ReadAllPostgreSql.Run,
    ["get"] = GetByKey.Run,
    ["insert"] = InsertMany.Run,
    ["schema"] = Schema.Run,
    ["rebuild"] = RebuildTable.Run,
    ["first-revision"] = FirstRevision.Run,
    ["tool"] = ToolCommands.Run,
    ["history"] = LongHistory.Run,
};
foreach (var name in args)
    if (!all.ContainsKey(name))
    {
        Console.Error.WriteLine($"There is no benchmark '{name}': {string.Join(", ", all.Keys)}.");
        return 2;
    }

DapperTypes.Register();
Console.WriteLine(
    $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors"
);
Console.WriteLine("medians; ratios are to the first line, round by round");
return all.Where(each => args.Length == 0 || args.Contains(each.Key))
    .Select(each => each.Value())
    .ToList()
    .TrueForAll(held => held)
    ? 0
    : 1;
