using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Retort.Migrations;

namespace Shared;

/// <summary>The files of generated revisions: they compile as they are, all together, and do what they were written from.</summary>
public sealed class GeneratedFiles
{
    private readonly List<(string Class, string Text, AutogenerateResult Steps)> _files = [];

    /// <summary>Writes the file of a revision.</summary>
    public void Add(int number, AutogenerateResult steps)
    {
        var id = number.ToString("x12", CultureInfo.InvariantCulture);
        var revision = new NewRevision(id, DateTimeOffset.UnixEpoch)
        {
            Message = "pair",
            Detected = steps.Detected,
            Upgrade = RevisionBody.Upgrade(steps.Upgrade),
            Downgrade = RevisionBody.Downgrade(steps.Downgrade),
        };
        var writer = new RevisionWriter(new ScriptDirectory(new MigrationsConfig(Path.GetTempPath())), "Pairs");
        _files.Add(($"Pairs.Pair{id}", writer.Render(revision), steps));
    }

    /// <summary>Compiles the files, and compares the SQL of what they do with that of what was found.</summary>
    /// <param name="sql">The SQL of operations.</param>
    public void MakeTheSame(Func<IEnumerable<Operation>, string> sql)
    {
        var assembly = Compile();
        foreach (var (name, text, steps) in _files)
        {
            var migration = (Migration)Activator.CreateInstance(assembly.GetType(name)!)!;
            AssertSame(steps.Upgrade, migration.Upgrade);
            AssertSame(steps.Downgrade, migration.Downgrade);

            void AssertSame(IReadOnlyList<Operation> expected, Action<Operations> method)
            {
                var operations = new Operations();
                method(operations);
                if (sql(expected) != sql(operations.Steps))
                    Assert.Fail($"{text}\n-- should do\n{sql(expected)}\n-- does\n{sql(operations.Steps)}");
            }
        }
    }

    private Assembly Compile()
    {
        var compilation = CSharpCompilation.Create(
            "Pairs",
            _files.Select(file =>
                CSharpSyntaxTree.ParseText(
                    file.Text,
                    new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose)
                )
            ),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                warningLevel: int.MaxValue,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        using var image = new MemoryStream();
        var problems = compilation
            .Emit(image, cancellationToken: TestContext.Current.CancellationToken)
            .Diagnostics.Where(each => each.Severity > DiagnosticSeverity.Info);
        Assert.Empty(problems.Select(each => $"{each}\n{each.Location.SourceTree}").Take(1));
        return Assembly.Load(image.ToArray());
    }
}
