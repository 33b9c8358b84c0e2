using System.Security.Cryptography;
using System.Text;

namespace Retort.Tool;

/// <summary>The right to build a project, which one process has at a time: builds of one project at once break each other. It ends with its process.</summary>
internal sealed class BuildTurn : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private BuildTurn(FileStream file) => _file = file;

    /// <summary>Waits until nobody else builds the project.</summary>
    public static async Task<BuildTurn> TakeAsync(string project, CancellationToken cancellationToken)
    {
        while (true)
            try
            {
                return new(
                    new FileStream(PathOf(project), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
                );
            }
            catch (IOException)
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
    }

    public void Dispose() => _file.Dispose();

    private static string PathOf(string project) =>
        Path.Combine(
            Path.GetTempPath(),
            $"retort-build-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)).AsSpan(0, 8))}.lock"
        );
}
