using Retort;
using Retort.Migrations;

// A server that migrates at its start, once somebody writes a line to it: one of many that begin at the same moment. The target is the second
// argument; without it, the revision that leaves a marker.
var engine = Engine.Create(args[0]);
Console.WriteLine("ready");
Console.ReadLine();
try
{
    var run = await engine.MigrateAsync(
        args.ElementAtOrDefault(1) ?? "0123456789ab",
        new MigrationOptions { Progress = new Lines() }
    );
    Console.WriteLine($"done {run.Applied.Count}");
    return 0;
}
catch (RetortException error)
{
    Console.WriteLine($"{error.Code} {error.Message}");
    return 1;
}

internal sealed class Lines : IProgress<MigrationEvent>
{
    public void Report(MigrationEvent value) => Console.WriteLine(value);
}
