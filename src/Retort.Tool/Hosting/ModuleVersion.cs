using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Retort.Tool;

/// <summary>The identity that a compiler gives a module: the same means the same code, however it was compiled ahead.</summary>
internal static class ModuleVersion
{
    /// <summary>The module version id of an assembly's file.</summary>
    public static Guid Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
