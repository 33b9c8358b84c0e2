using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Retort.Tool.Tests.Hosting;

public sealed class ModuleVersionTests
{
    [Fact]
    [Row("G10.start")]
    public void The_identity_is_the_one_that_the_framework_reads_of_every_assembly_here()
    {
        var files = Directory
            .EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Append(typeof(object).Assembly.Location)
            .Where(IsManaged)
            .ToList();

        Assert.True(files.Count > 10);
        Assert.All(files, file => Assert.Equal(Expected(file), ModuleVersion.Of(file)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(
        "MZ, and nothing that could follow it in an assembly, however far one looks for a header in this text of some length"
    )]
    [Row("G10.start")]
    public void A_file_that_is_no_assembly_is_refused(string text)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("no.dll", text);

        Assert.Throws<BadImageFormatException>(() => ModuleVersion.Of(file));
    }

    private static bool IsManaged(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.HasMetadata;
    }

    private static Guid Expected(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
