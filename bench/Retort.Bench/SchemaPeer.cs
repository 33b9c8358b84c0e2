using System.Diagnostics;
using System.Globalization;
using Retort.TestSupport;

namespace Retort.Bench;

/// <summary>SQLAlchemy and Alembic, as Debian has them, in <c>schema.py</c>.</summary>
internal static class SchemaPeer
{
    private const string Python = "/usr/bin/python3";

    /// <summary>What is run.</summary>
    public static readonly string Script = Repository.PathOf("bench", "Retort.Bench", "schema.py");

    /// <summary>Why there is no peer; null: there is one.</summary>
    public static string? Missing =>
        File.Exists(Python)
        && File.Exists("/usr/bin/alembic")
        && Directory.Exists("/usr/lib/python3/dist-packages/psycopg2")
            ? null
            : "SQLAlchemy and Alembic are not installed (apt-get install alembic python3-psycopg2).";

    /// <summary>Which versions.</summary>
    public static string Versions() =>
        Programs
            .Run(
                "/",
                Python,
                "-c",
                "import alembic, sqlalchemy; print(f'Alembic {alembic.__version__}, SQLAlchemy {sqlalchemy.__version__}')"
            )
            .Trim();

    /// <summary>Compares the same tables in a process of its own.</summary>
    /// <returns>The differences; none is nothing.</returns>
    public static string Check(string url) => Programs.Run("/", Python, Script, "check", url, $"{SchemaTables.Count}");

    /// <summary>A process that reflects whenever it is told to.</summary>
    public sealed class Reflection : IDisposable
    {
        private readonly Process _process;

        public Reflection(string url) =>
            _process = Process.Start(
                new ProcessStartInfo(Python, [Script, "reflect", url, $"{SchemaTables.Count}"])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            )!;

        /// <summary>The number of columns, indexes and foreign keys that were found.</summary>
        public long Run()
        {
            _process.StandardInput.WriteLine();
            _process.StandardInput.Flush();
            return _process.StandardOutput.ReadLine() is { } size
                ? long.Parse(size, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException("schema.py ended without an answer.");
        }

        public void Dispose()
        {
            _process.StandardInput.Close();
            _process.WaitForExit();
            _process.Dispose();
        }
    }
}
